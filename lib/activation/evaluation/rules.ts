/** Characters of each text; the database holds it, too. */
export const EVALUATION_MAX = 600;
