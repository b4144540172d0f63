export type ActivationSurveyMode = 'DOOR' | 'PAPER' | 'PHONE' | 'WEB';

/** Where a survey stands today: not opened, before its first day, taking answers, over, all sheets in, told. */
export type SurveyPhase = 'draft' | 'coming' | 'open' | 'over' | 'finished' | 'told';

export interface SurveyView {
  id: string;
  code: string;
  districtId: string | null;
  title: string;
  intro: string;
  /** Local dates, first and last. */
  startsOn: string;
  endsOn: string;
  questions: string[];
  phase: SurveyPhase;
  summary: string;
  quotes: string;
  /** When it was said last that all sheets are in, also where that was taken back. */
  finishedAt: Date | null;
  toldAt: Date | null;
  invitedAt: Date | null;
  version: number;
}

export interface SurveyRow {
  id: string;
  title: string;
  startsOn: string;
  endsOn: string;
  phase: SurveyPhase;
  answers: number;
}

/** What was answered, question by question and by the alphabet: nothing leads from one answer to another of the same sheet. */
export interface AnswersView {
  /** Sheets that came, also by the way they came. */
  sheets: number;
  ways: { mode: ActivationSurveyMode; count: number }[];
  /** For each question what was said; null as long as nobody may read it. */
  answers: string[][] | null;
}

/** What everybody reads of a survey. */
export type PublicSurvey = Pick<
  SurveyView,
  'code' | 'title' | 'intro' | 'startsOn' | 'endsOn' | 'questions' | 'phase'
>;

export interface ToldSurvey extends PublicSurvey {
  summary: string;
  quotes: string[];
  /** Sheets that came; null for so few that neighbours might be recognised. */
  answers: number | null;
}
