<?xml version="1.0" encoding="UTF-8"?>
<!-- schema-parts.xsl - what the description of the API names: JSON, as it is. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="component-parts">
"securitySchemes":{
  "cle":{"type":"apiKey","in":"header","name":"X-AUTH-TOKEN","description":"N’importe quelle clé, qui est échangée contre un jeton."},
  "jeton":{"type":"http","scheme":"bearer","description":"N’importe quel jeton, même périmé : la lecture est ouverte."}},
"parameters":{
  "IfNoneMatch":{"name":"If-None-Match","in":"header","description":"L’ETag de la réponse que l’on a déjà : 304 si elle est toujours bonne.","schema":{"type":"string"}},
  "Prefer":{"name":"Prefer","in":"header","description":"« handling=strict » : ce qui n’est pas compris est une erreur (RFC 7240). « handling=lenient » : c’est aussi dit dans la réponse, par « ignored ».","schema":{"type":"string"},"example":"handling=strict"}},
"headers":{
  "ETag":{"description":"La version de cette réponse, pour If-None-Match.","schema":{"type":"string"}},
  "Link":{"description":"La page suivante et la précédente, cette description (RFC 8288).","schema":{"type":"string"}},
  "X-Data-Version":{"description":"La version des données : elle change quand une page de la liste peut avoir changé.","schema":{"type":"integer"}},
  "X-Ignored-Parameters":{"description":"Les paramètres qui n’ont pas été compris, séparés par des virgules.","schema":{"type":"string"}},
  "RateLimit-Policy":{"description":"Combien de demandes passent, et en combien de secondes.","schema":{"type":"string"},"example":"\"default\";q=600;w=30"},
  "Retry-After":{"description":"Dans combien de secondes réessayer.","schema":{"type":"integer"}}},
"responses":{
  "Problem":{"description":"Une erreur (RFC 9457)","headers":{"Retry-After":{"$ref":"#/components/headers/Retry-After"}},"content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},
  "Fault":{"description":"Une erreur","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Fault"}}}}}
</xsl:template>

<xsl:template name="component-schemas">
  <xsl:call-template name="schemas-aids"/>
  <xsl:call-template name="schemas-score"/>
  <xsl:call-template name="schemas-names"/>
  <xsl:call-template name="schemas-things"/>
  <xsl:call-template name="schemas-payload"/>
  <xsl:call-template name="schemas-rest"/>
</xsl:template>

<xsl:template name="schemas-score">
"Score":{"type":"object","description":"Avec explain : pourquoi l’aide est à cette place","properties":{
  "words":{"type":"number","description":"Ce que valent les mots, en tout"},
  "distance":{"type":"integer","description":"De son territoire à celui demandé : 0 s’il est le même"},
  "audience":{"type":["number","null"],"description":"Par quoi le tout est multiplié, pour qui elle est"},
  "parts":{"type":"array","description":"Ce que vaut chaque mot","items":{"$ref":"#/components/schemas/ScorePart"}},
  "near":{"type":"array","description":"Ce dont elle est proche par le sens","items":{"$ref":"#/components/schemas/ScorePart"}}},
  "required":["words","distance","audience","parts","near"],"additionalProperties":false},
"ScorePart":{"type":"object","properties":{"word":{"type":"string"},"score":{"type":"number"}},"required":["word","score"],"additionalProperties":false},
</xsl:template>

<xsl:template name="schemas-aids">
"Address":{"type":["string","null"],"format":"uri"},
"Token":{"type":"string","description":"Pour qui a donné une clé par X-AUTH-TOKEN","pattern":"^[\\w-]+\\.[\\w-]+\\.[\\w-]+$"},
"AidGone":{"type":"object","description":"Une aide qui n’est plus dans les listes : qui tient une copie l’en retire","properties":{
  "id":{"type":"integer"},"slug":{"type":"string"},"status":{"enum":["closed","withdrawn"]},
  "date_withdrawn":{"type":"string","format":"date-time"},"replaced_by":{"type":["integer","null"]}},
  "required":["id","slug","status","date_withdrawn","replaced_by"],"additionalProperties":false},
"AidVersion":{"type":"object","properties":{
  "id":{"type":"integer"},"date":{"type":"string","format":"date-time"},
  "source":{"type":"string"},"status":{"enum":["open","upcoming","closed","withdrawn"]},"slug":{"type":"string"},"version":{"type":"string"}},
  "required":["id","date","source","status","slug","version"],"additionalProperties":false},
"AidBacker":{"type":"object","properties":{"id":{"type":"integer"},"name":{"type":"string"},"logo":{"$ref":"#/components/schemas/Address"}},
  "required":["id","name","logo"],"additionalProperties":false},
"AidTypeFull":{"type":"object","properties":{"id":{"type":"integer"},"name":{"type":"string"},"group":{"$ref":"#/components/schemas/Named"}},
  "required":["id","name","group"],"additionalProperties":false},
"AidSource":{"type":"object","properties":{"name":{"type":"string"},"url":{"type":["string","null"]},"licence":{"type":["string","null"]}},
  "required":["name","url","licence"],"additionalProperties":false},
</xsl:template>

<xsl:template name="schemas-names">
"Named":{"type":"object","properties":{"id":{"type":"integer"},"name":{"type":"string"}},
  "required":["id","name"],"additionalProperties":false},
"NamedSlug":{"type":"object","properties":{"id":{"type":"integer"},"name":{"type":"string"},"slug":{"type":"string"}},
  "required":["id","name","slug"],"additionalProperties":false},
"Slugged":{"type":"object","properties":{"id":{"type":"string"},"slug":{"type":"string"},"name":{"type":"string"}},
  "required":["id","slug","name"],"additionalProperties":false},
"Audience":{"type":"object","properties":{"id":{"type":"string"},"slug":{"type":"string"},"name":{"type":"string"},
  "type":{"type":["string","null"]},"type_full":{"anyOf":[{"$ref":"#/components/schemas/Named"},{"type":"array","maxItems":0}]}},
  "required":["id","slug","name","type","type_full"],"additionalProperties":false},
"AidType":{"type":"object","properties":{"id":{"type":"string"},"slug":{"type":"string"},"name":{"type":"string"},
  "type":{"type":["string","null"]},"type_full":{"anyOf":[{"$ref":"#/components/schemas/NamedSlug"},{"type":"array","maxItems":0}]}},
  "required":["id","slug","name","type","type_full"],"additionalProperties":false},
"Theme":{"type":"object","properties":{"id":{"type":"integer"},"name":{"type":"string"},"slug":{"type":"string"},
  "categories":{"type":"array","items":{"$ref":"#/components/schemas/NamedSlug"}}},
  "required":["id","name","slug","categories"],"additionalProperties":false},
"Category":{"type":"object","properties":{"id":{"type":"integer"},"name":{"type":"string"},"slug":{"type":"string"},
  "category_theme":{"anyOf":[{"$ref":"#/components/schemas/NamedSlug"},{"type":"null"}]}},
  "required":["id","name","slug","category_theme"],"additionalProperties":false},
"Program":{"type":"object","properties":{"id":{"type":"integer"},"name":{"type":"string"},"slug":{"type":"string"},"perimeter":{"type":["string","null"]}},
  "required":["id","name","slug","perimeter"],"additionalProperties":false},
</xsl:template>

<xsl:template name="schemas-things">
"Backer":{"type":"object","properties":{"id":{"type":"string"},"slug":{"type":"string"},"text":{"type":"string"},
  "perimeter":{"type":["string","null"]},"logo":{"$ref":"#/components/schemas/Address"},
  "group":{"anyOf":[{"$ref":"#/components/schemas/Named"},{"type":"null"}]}},
  "required":["id","slug","text","perimeter","logo","group"],"additionalProperties":false},
"BackerGroup":{"type":"object","properties":{"id":{"type":"integer"},"name":{"type":"string"},"time_create":{"type":["string","null"]}},
  "required":["id","name","time_create"],"additionalProperties":false},
"Perimeter":{"type":"object","properties":{"id":{"type":"string"},"text":{"type":"string"},"name":{"type":"string"},"scale":{"type":"string"},
  "zipcodes":{"type":"array","items":{"type":"string"}},"code":{"type":["string","null"]}},
  "required":["id","text","name","scale","zipcodes","code"],"additionalProperties":false},
"PerimeterFact":{"type":"object","properties":{"id":{"type":"integer"},"perimeter":{"type":"string"},"prop":{"type":"string"},"value":{"type":"string"}},
  "required":["id","perimeter","prop","value"],"additionalProperties":false},
"Scale":{"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"}},
  "required":["id","name"],"additionalProperties":false},
"Project":{"type":"object","properties":{"id":{"type":"integer"},"name":{"type":"string"},"slug":{"type":"string"},
  "project_reference_category":{"anyOf":[{"$ref":"#/components/schemas/Named"},{"type":"null"}]}},
  "required":["id","name","slug","project_reference_category"],"additionalProperties":false},
"Suggestion":{"type":"object","properties":{"id":{"type":"string"},"text":{"type":"string"}},
  "required":["id","text"],"additionalProperties":false},
"SynonymList":{"type":"object","properties":{"id":{"type":"string"},"text":{"type":"string"},"name":{"type":"string"}},
  "required":["id","text","name"],"additionalProperties":false},
</xsl:template>

<xsl:template name="schemas-payload">
"Payload":{"type":"object","properties":{"payload":{"type":"object","description":"Ce que prend l’API de préremplissage de Démarches simplifiées"},
  "refused":{"type":"array","items":{"$ref":"#/components/schemas/PayloadFault"}},
  "unsure":{"type":"array","items":{"$ref":"#/components/schemas/PayloadFault"}},
  "missing":{"type":"array","items":{"$ref":"#/components/schemas/PayloadChamp"}}},
  "required":["payload","refused","unsure","missing"],"additionalProperties":false},
"PayloadChamp":{"type":"object","properties":{"champ":{"type":"string"},"label":{"type":"string"}},
  "required":["champ","label"],"additionalProperties":false},
"PayloadFault":{"type":"object","properties":{"champ":{"type":"string"},"label":{"type":"string"},"value":{"type":"string"},"row":{"type":"integer"},
  "candidates":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"scale":{"type":"string"},"siren":{"type":"string"},"department":{"type":"string"}},
    "required":["name","scale","siren","department"],"additionalProperties":false}},
  "code":{"type":"string"},"reason":{"type":"string"}},
  "required":["champ","label","code","reason"],"additionalProperties":false},
</xsl:template>

<xsl:template name="schemas-rest">
"Problem":{"type":"object","description":"RFC 9457, avec les membres d’Aides-territoires","properties":{
  "type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"},
  "instance":{"type":"string"},"message":{"type":"string","description":"Le même texte que detail"},
  "errors":{"type":"array","items":{"type":"object","properties":{"parameter":{"type":["string","null"]},"value":{"type":["string","null"]},"reason":{"type":"string"}},
    "required":["parameter","value","reason"],"additionalProperties":false}},
  "request":{"type":"string","description":"Le numéro de la demande, pour nous écrire"}},
  "required":["type","title","status","detail","instance","message","request"],"additionalProperties":false},
"Fault":{"type":"object","description":"RFC 9457, et ce que cette adresse en disait avant","properties":{
  "type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"},"instance":{"type":"string"},"message":{"type":"string"},
  "errors":{"$ref":"#/components/schemas/Problem/properties/errors"},
  "error":{"type":"string"},"param":{"type":"string"},"reason":{"type":"string"},"request":{"type":"string"}},
  "required":["type","title","status","detail","instance","message","error","request"],"additionalProperties":false},
"ExportFile":{"type":"object","properties":{"name":{"type":"string"},"url":{"type":"string","format":"uri"},"media_type":{"type":"string"},
  "date":{"type":"string","format":"date-time"},"bytes":{"type":"integer"},"gzip_bytes":{"type":"integer"},"rows":{"type":"integer"},
  "rows_left_out":{"type":"integer","description":"Combien de lignes ce format ne peut pas porter"},"rows_left_out_url":{"$ref":"#/components/schemas/Address","description":"Le fichier qui les dit, et ce qui leur manque"},"sha256":{"type":"string","pattern":"^[0-9a-f]{64}$"},
  "schema":{"type":["string","null"]},"licence":{"type":"string"}},
  "required":["name","url","media_type","date","bytes","gzip_bytes","rows","rows_left_out","rows_left_out_url","sha256","schema","licence"],"additionalProperties":false},
"Description":{"type":"object","properties":{"openapi":{"const":"3.1.0"},"info":{"type":"object"},"servers":{"type":"array"},"security":{"type":"array"},"externalDocs":{"type":"object"},"paths":{"type":"object"},"components":{"type":"object"}},
  "required":["openapi","info","paths","components"],"additionalProperties":false},
"Linkset":{"type":"object","properties":{"linkset":{"type":"array","items":{"type":"object","properties":{
  "anchor":{"type":"string"},"service-desc":{"$ref":"#/components/schemas/Links"},"service-doc":{"$ref":"#/components/schemas/Links"}},
  "required":["anchor"],"additionalProperties":false}}},"required":["linkset"],"additionalProperties":false},
"Links":{"type":"array","items":{"type":"object","properties":{"href":{"type":"string","format":"uri"},"type":{"type":"string"}},"required":["href"],"additionalProperties":false}}
</xsl:template>

</xsl:stylesheet>
