/** Adjectives with degrees in -er and -est that mean the same as the adjective; "later", "former" and the like are their own. */
export const COMPARED_ADJECTIVES: readonly string[] =
  `safe poor rich old young cheap small large big high low fast slow strong weak wide deep hard new great clean fair healthy
  wealthy busy easy clear near close tight rare wise quick smart tall thin thick warm cool hot cold dry wet light heavy dark
  bright soft tough rough loud quiet brave calm friendly happy lonely ugly pretty likely costly hungry thirsty dirty risky tiny
  needy long short`.split(/\s+/);
