import { OFFICE, OPEN, PAPERS, type RouteTable, row } from '../../guards/outcomes';

const TEAM = '/team/methoden';
const SURVEYS = '/team/befragungen';

export const ROUTES: RouteTable = {
  '/ausprobiert': row(OPEN, '/ausprobiert', '/en/ausprobiert', '/de-LS/ausprobiert'),
  '/team/methoden': row(OFFICE, TEAM),
  '/team/methoden/neu': row(OFFICE, `${TEAM}/neu`),
  '/team/methoden/vergleich': row(OFFICE, `${TEAM}/vergleich`),
  '/team/methoden/[id]': row(
    OFFICE,
    ({ format }) => `${TEAM}/${format}`,
    ({ discardedFormat }) => `${TEAM}/${discardedFormat}`,
  ),
  '/team/methoden/[id]/aendern': row(OFFICE, ({ format }) => `${TEAM}/${format}/aendern`),
  '/team/methoden/[id]/veroeffentlichen': row(
    OFFICE,
    ({ format }) => `${TEAM}/${format}/veroeffentlichen`,
  ),
  '/team/methoden/[id]/erproben': row(OFFICE, ({ format }) => `${TEAM}/${format}/erproben`),
  '/team/methoden/[id]/auswerten': row(OFFICE, ({ format }) => `${TEAM}/${format}/auswerten`),
  '/team/methoden/[id]/ausgang': row(OFFICE, ({ format }) => `${TEAM}/${format}/ausgang`),
  '/team/methoden/erprobung/[id]': row(
    OFFICE,
    ({ formatTrial }) => `${TEAM}/erprobung/${formatTrial}`,
  ),
  '/team/befragungen': row(OFFICE, SURVEYS),
  '/team/befragungen/neu': row(OFFICE, `${SURVEYS}/neu`),
  '/team/befragungen/[id]': row(
    OFFICE,
    ({ survey }) => `${SURVEYS}/${survey}`,
    ({ finishedSurvey }) => `${SURVEYS}/${finishedSurvey}`,
  ),
  '/team/befragungen/[id]/aendern': row(OFFICE, ({ survey }) => `${SURVEYS}/${survey}/aendern`),
  '/team/befragungen/[id]/eintragen': row(OFFICE, ({ survey }) => `${SURVEYS}/${survey}/eintragen`),
  '/team/befragungen/[id]/einladungen': row(
    OFFICE,
    ({ finishedSurvey }) => `${SURVEYS}/${finishedSurvey}/einladungen`,
  ),
  '/team/befragungen/[id]/rueckmelden': row(
    OFFICE,
    ({ survey }) => `${SURVEYS}/${survey}/rueckmelden`,
  ),
  '/befragung/[survey]': row(
    OPEN,
    ({ surveyCode }) => `/befragung/${surveyCode}`,
    ({ toldSurveyCode }) => `/befragung/${toldSurveyCode}`,
  ),
  '/befragung/[survey]/danke': row(OPEN, ({ surveyCode }) => `/befragung/${surveyCode}/danke`),
  '/befragung/[survey]/einladung': row(
    OPEN,
    ({ surveyCode }) => `/befragung/${surveyCode}/einladung`,
  ),
  '/befragung/[survey]/ergebnis': row(
    OPEN,
    ({ toldSurveyCode }) => `/befragung/${toldSurveyCode}/ergebnis`,
  ),
  '/api/erprobungen/foto/[id]': row(
    PAPERS,
    ({ trialPhoto }) => `/api/erprobungen/foto/${trialPhoto}`,
  ),
  '/api/erprobungen/einwilligung': row(PAPERS, '/api/erprobungen/einwilligung?locale=de-LS'),
  '/api/erprobungen/[id]/bogen': row(
    PAPERS,
    ({ formatTrial }) => `/api/erprobungen/${formatTrial}/bogen`,
  ),
  '/api/methoden/[id]/blatt': row(PAPERS, ({ format }) => `/api/methoden/${format}/blatt`),
  '/api/befragungen/[id]/bogen': row(PAPERS, ({ survey }) => `/api/befragungen/${survey}/bogen`),
};

/** Parts of its addresses that are no secret, or one that nobody can guess. */
export const NO_CODES = ['survey'];
