export type ActivationSurveyMode = 'DOOR' | 'PAPER' | 'PHONE' | 'WEB';

/** Where a survey stands today: not opened, before its first day, taking answers, over, over and told. */
export type SurveyPhase = 'draft' | 'coming' | 'open' | 'over' | 'told';

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
  toldAt: Date | null;
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

/** Answers of one sheet, question by question; empty where nothing was said. */
export interface AnswerView {
  id: string;
  mode: ActivationSurveyMode;
  answers: string[];
}

export interface InvitationView {
  id: string;
  name: string;
  contact: string;
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
