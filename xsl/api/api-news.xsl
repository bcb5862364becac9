<?xml version="1.0" encoding="UTF-8"?>
<!-- api-news.xsl - what changed in the API, the last first. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../lib/page.xsl"/>

<xsl:template match="page" mode="title">Nouveautés de l’API</xsl:template>
<xsl:template match="page" mode="crumbs"><li><a class="fr-breadcrumb__link" href="/api/">API et données ouvertes</a></li></xsl:template>

<xsl:template match="page" mode="main">
  <div class="g-text">
    <h1>Nouveautés de l’API</h1>
    <p>Ce qui existe n’est ni renommé ni ôté. S’il le fallait, les en-têtes <code>Deprecation</code> et <code>Sunset</code> l’annonceraient, et cette page aussi.</p>
    <h2>Décembre 2026</h2>
    <ul>
      <li>L’API ouvre, avec les adresses, les paramètres et les clés de celle d’Aides-territoires (1.8). <a href="/api/depuis-aides-territoires/">Ce qui diffère</a>.</li>
      <li>La lecture ne demande aucune clé.</li>
      <li>En plus&#xA0;: codes des territoires, slugs, textes sans mise en forme, statut, histoire des aides, <code>ids</code>, <code>fields</code>, <code>updated_after</code>.</li>
      <li>Tout le catalogue en fichiers, avec leur schéma, et un catalogue DCAT&#xA0;: <a href="/api/exports/">la liste</a>.</li>
      <li>Une description <a href="/api/openapi.json">OpenAPI&#xA0;3.1</a>, faite du programme lui-même.</li>
      <li>Un paramètre que l’API d’Aides-territoires n’a pas, quand il est vide, est nommé par <code>X-Ignored-Parameters</code>, et refusé si on le demande&#xA0;; une liste <code>ids</code> vide ne trouve rien.</li>
      <li>Ce que le serveur web refuse lui-même sous <code>/api/</code> est du JSON (RFC&#xA0;9457)&#xA0;; des en-têtes trop longs sont une erreur 400.</li>
      <li>Un site d’ailleurs peut demander aussi les fichiers (<code>OPTIONS</code>)&#xA0;; <code>If-None-Match: *</code> est compris.</li>
      <li><code>dispositif-aide.csv</code>&#xA0;: <code>date_mise_a_jour</code> est celle de l’aide à sa source&#xA0;; les aides que ce format ne peut pas porter sont dans <a href="/api/dispositif-aide-absents.csv">un fichier à côté</a>, avec les colonnes qui leur manquent.</li>
      <li>La date d’un fichier ne change qu’avec son contenu&#xA0;; le catalogue DCAT dit depuis quand il existe.</li>
      <li>Les ids des territoires ont les slugs d’Aides-territoires (<code>71071-val-doise</code>)&#xA0;; ceux d’avant (<code>71071-val-d-oise</code>) restent compris. L’histoire d’une aide a des pages.</li>
    </ul>
    <p><a href="/api/">Retour à l’API</a></p>
  </div>
</xsl:template>

</xsl:stylesheet>
