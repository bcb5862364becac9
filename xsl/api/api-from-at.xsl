<?xml version="1.0" encoding="UTF-8"?>
<!-- api-from-at.xsl - for who reads AT's API: what to change, and what differs. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>

<xsl:template match="page" mode="title">Venir d’Aides-territoires</xsl:template>
<xsl:template match="page" mode="crumbs"><li><a class="fr-breadcrumb__link" href="/api/">API et données ouvertes</a></li></xsl:template>

<xsl:template match="page" mode="main">
  <div class="g-text">
    <h1>Venir d’Aides-territoires</h1>
    <h2>Ce qu’il faut changer</h2>
    <p>Une ligne&#xA0;: l’adresse. Remplacez</p>
    <pre class="g-code"><code>https://aides-territoires.beta.gouv.fr/api/</code></pre>
    <p>par</p>
    <pre class="g-code"><code><xsl:value-of select="concat(site/@base, '/api/')"/></code></pre>
    <p>Les adresses, les paramètres et leurs anciens noms, les clés et leur ordre, les libellés et les dates sont les mêmes. Votre clé et vos jetons sont acceptés, et vous pouvez les ôter.</p>
    <xsl:call-template name="same"/>
    <xsl:call-template name="differs"/>
    <xsl:call-template name="more"/>
  </div>
</xsl:template>

<xsl:template name="same">
  <h2>Ce qui reste</h2>
  <ul>
    <li>Les numéros des aides, des porteurs, des programmes et des territoires&#xA0;: <code>70956-france</code> est toujours la France.</li>
    <li>Les nôtres commencent à 10&#xA0;000&#xA0;000, pour ne jamais être ceux d’une autre aide.</li>
    <li><code>url</code> est toujours un chemin&#xA0;: mettez devant l’adresse du site, ou lisez <code>absolute_url</code>.</li>
  </ul>
</xsl:template>

<xsl:template name="differs">
  <h2>Ce qui diffère, et pourquoi</h2>
  <ul>
    <li>La barre oblique finale peut manquer&#xA0;: la réponse est la même, sans redirection qui perdrait l’en-tête <code>Authorization</code>.</li>
    <li><code>page=abc</code> et <code>itemsPerPage=0</code> ne sont plus des erreurs 500&#xA0;: ils sont laissés de côté.</li>
    <li>Les brouillons ne sont jamais montrés, même par leur numéro.</li>
    <li>Un paramètre répété l’est encore dans <code>next</code> et <code>previous</code>&#xA0;: la page suivante répond à la même question.</li>
    <li>Une liste entière n’a pas de page suivante&#xA0;: qui suit <code>next</code> ne la lit plus deux fois.</li>
    <li>Deux aides de même rang viennent toujours dans le même ordre&#xA0;: aucune ne se répète ni ne manque d’une page à l’autre.</li>
    <li>Ce qui n’est pas compris est laissé de côté, comme avant, mais nommé par l’en-tête <code>X-Ignored-Parameters</code>.</li>
    <li><code>is_charged=true</code> veut dire vrai&#xA0;; seul <code>1</code> le voulait dire.</li>
    <li>Un numéro à la place du slug (<code>/api/aids/162936/</code>) donne l’aide, et non une erreur 404.</li>
    <li>Une requête avec <code>X-AUTH-TOKEN</code> reçoit un jeton et, à sa suite, ce qu’elle demande.</li>
    <li>Une erreur est du JSON à toutes les adresses, de type <code>application/problem+json</code>.</li>
  </ul>
</xsl:template>

<xsl:template name="more">
  <h2>Ce qui vient en plus</h2>
  <ul>
    <li>Après les clés d’Aides-territoires&#xA0;: les codes des territoires, les slugs à côté des libellés, les textes sans mise en forme, le statut de l’aide.</li>
    <li><code>ids</code> et <code>fields</code>&#xA0;: quelques aides, quelques clés.</li>
    <li><code>updated_after</code>&#xA0;: ce qui a changé, et ce qui a été retiré.</li>
    <li>Tout le catalogue en un fichier, en JSON ou en CSV&#xA0;: <a href="/api/exports/">la liste des fichiers</a>.</li>
    <li><code>include_unknown_perimeter</code>&#xA0;: avec un territoire, aussi les aides dont le territoire n’est pas précisé, après les autres.</li>
    <li><code>perimeter_codes</code>&#xA0;: les codes Insee et Siren.</li>
    <li>L’histoire de chaque aide, et l’aide d’un jour passé par <code>on</code>.</li>
    <li>Un <code>ETag</code> sur chaque réponse.</li>
  </ul>
  <p><a href="/api/">Toutes les adresses, à essayer</a></p>
</xsl:template>

</xsl:stylesheet>
