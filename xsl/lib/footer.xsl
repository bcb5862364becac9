<?xml version="1.0" encoding="UTF-8"?>
<!-- footer.xsl - who answers for the site, and the links the law asks for. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="footer">
  <footer class="fr-footer" role="contentinfo" id="pied">
    <div class="fr-container">
      <div class="fr-footer__body">
        <xsl:apply-templates select="site[@theme = 'state']" mode="footer-brand"/>
        <div class="fr-footer__content">
          <p class="fr-footer__content-desc"><xsl:apply-templates select="." mode="footer-said"/></p>
          <xsl:apply-templates select="site/@operator" mode="footer"/>
          <xsl:apply-templates select="site[@theme = 'state']" mode="state-links"/>
        </div>
      </div>
      <xsl:apply-templates select="." mode="footer-links"/>
    </div>
    <xsl:call-template name="display"/>
  </footer>
</xsl:template>

<!-- Without its name, which may be any words. -->
<xsl:template match="page" mode="footer-said">Ce site réunit les aides publiques ouvertes aux projets des collectivités.</xsl:template>
<xsl:template match="page[site/@portal]" mode="footer-said">Ce portail réunit des aides publiques ouvertes aux projets des collectivités.</xsl:template>
<xsl:template match="page[portal/@footer]" mode="footer-said" priority="1"><xsl:value-of select="portal/@footer"/></xsl:template>

<xsl:template match="@operator" mode="footer">
  <p class="fr-footer__content-desc"><xsl:value-of select="concat('Service proposé par&#xA0;: ', ., '.')"/></p>
</xsl:template>

<xsl:template match="site" mode="footer-brand">
  <div class="fr-footer__brand fr-enlarge-link">
    <a href="/" title="Retour à l’accueil – {@name}">
      <xsl:apply-templates select="." mode="block"/>
    </a>
  </div>
</xsl:template>

<xsl:template match="site" mode="state-links">
  <ul class="fr-footer__content-list">
    <li class="fr-footer__content-item"><a class="fr-footer__content-link" href="https://info.gouv.fr/">info.gouv.fr</a></li>
    <li class="fr-footer__content-item"><a class="fr-footer__content-link" href="https://service-public.gouv.fr/">service-public.gouv.fr</a></li>
    <li class="fr-footer__content-item"><a class="fr-footer__content-link" href="https://legifrance.gouv.fr/">legifrance.gouv.fr</a></li>
    <li class="fr-footer__content-item"><a class="fr-footer__content-link" href="https://data.gouv.fr/">data.gouv.fr</a></li>
  </ul>
</xsl:template>

<xsl:template match="page" mode="footer-links">
  <div class="fr-footer__bottom">
    <ul class="fr-footer__bottom-list">
      <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" href="/plan-du-site/">Plan du site</a></li>
      <li class="fr-footer__bottom-item">
        <a class="fr-footer__bottom-link" href="/accessibilite/"><xsl:apply-templates select="." mode="conformity"/></a>
      </li>
      <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" href="/mentions-legales/">Mentions légales</a></li>
      <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" href="/donnees-personnelles/">Données personnelles</a></li>
      <xsl:apply-templates select="site[not(@portal)]" mode="api"/>
      <xsl:apply-templates select="stats" mode="footer"/>
      <xsl:apply-templates select="site/@contact|links/link" mode="footer"/>
      <li class="fr-footer__bottom-item g-display">
        <button class="fr-footer__bottom-link" id="affichage-ouvrir" aria-haspopup="dialog">Paramètres d’affichage</button>
      </li>
    </ul>
    <xsl:call-template name="licence"/>
  </div>
</xsl:template>
<!-- It is the site's alone. -->
<xsl:template match="site" mode="api">
  <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" href="/api/">API et données ouvertes</a></li>
</xsl:template>
<xsl:template match="stats" mode="footer">
  <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" href="/stats/">Statistiques</a></li>
</xsl:template>
<xsl:template match="@contact" mode="footer">
  <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" href="mailto:{.}">Nous écrire</a></li>
</xsl:template>
<xsl:template match="@contact[starts-with(., 'https:')]" mode="footer">
  <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" href="{.}">Nous écrire</a></li>
</xsl:template>
<xsl:template match="link" mode="footer">
  <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" href="{@href}"><xsl:value-of select="@label"/></a></li>
</xsl:template>
<xsl:template match="page" mode="conformity">Accessibilité&#xA0;: non conforme</xsl:template>
<xsl:template match="page[site/@accessibility]" mode="conformity">
  <xsl:value-of select="concat('Accessibilité&#xA0;: ', site/@accessibility)"/>
</xsl:template>

<!-- Light, dark, or as the system: kept by the browser, at home (display.js). -->
<xsl:template name="display">
  <dialog class="g-dialog" id="affichage" aria-labelledby="affichage-titre">
    <form method="dialog">
      <button class="fr-btn fr-btn--secondary">Fermer</button>
      <h2 class="fr-h5" id="affichage-titre">Paramètres d’affichage</h2>
      <fieldset class="g-set">
        <legend>Choisissez un thème pour personnaliser l’apparence du site.</legend>
        <xsl:call-template name="theme"/>
        <xsl:call-template name="theme">
          <xsl:with-param name="value" select="'dark'"/>
          <xsl:with-param name="label">Thème sombre</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="theme">
          <xsl:with-param name="value" select="'system'"/>
          <xsl:with-param name="label">Système<span class="fr-hint-text">Utilise les paramètres système</span></xsl:with-param>
        </xsl:call-template>
      </fieldset>
    </form>
  </dialog>
</xsl:template>

<xsl:template name="theme">
  <xsl:param name="value" select="'light'"/>
  <xsl:param name="label">Thème clair</xsl:param>
  <div class="fr-radio-group">
    <input type="radio" id="theme-{$value}" name="theme" value="{$value}"/>
    <label class="fr-label" for="theme-{$value}"><xsl:copy-of select="$label"/></label>
  </div>
</xsl:template>

<xsl:template name="licence">
  <div class="fr-footer__bottom-copy">
    <p>
      <xsl:text>Sauf mention contraire, les contenus de ce site sont proposés sous </xsl:text>
      <a href="https://www.etalab.gouv.fr/licence-ouverte-open-licence/">licence ouverte Etalab&#xA0;2.0</a>
      <xsl:text>.</xsl:text>
      <xsl:apply-templates select="data/@at" mode="footer"/>
    </p>
  </div>
</xsl:template>

<!-- A page may be kept for a time when no other can be made. -->
<xsl:template match="data/@at" mode="footer">
  <xsl:text> Données du </xsl:text>
  <time datetime="{.}">
    <xsl:apply-templates select="." mode="date"/>
    <xsl:value-of select="concat(' à ', number(substring(., 12, 2)), '&#xA0;h&#xA0;', substring(., 15, 2))"/>
  </time>
  <xsl:text>.</xsl:text>
</xsl:template>

</xsl:stylesheet>
