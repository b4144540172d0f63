import type { SurveyView } from './types';

type Say = (key: string, params?: Record<string, string | number>) => string;

/** What a sheet says besides its questions. */
export interface SheetPlace {
  office: string;
  /** Name, address and telephone of where it is brought back to. */
  place: string;
  /** Last day, in words. */
  date: string;
  /** Of the page where the same is asked. */
  address: string;
}

/**
 * The sheet of a survey and, apart from it, that for invitations, for `lib/print/templates/survey.typ`.
 * @param say in the language of whoever is handed a sheet
 */
export function surveySheet(survey: SurveyView, { office, ...at }: SheetPlace, say: Say) {
  const { title, intro, questions } = survey;
  return {
    ...{ title, subject: title, author: office, lang: 'de', intro, questions },
    answerSeen: say('activation-surveys.field.answerSeen'),
    back: say('activation-surveys.print.back', { date: at.date, place: at.place }),
    foot: say('activation-surveys.print.foot'),
    address: at.address,
    invite: say('activation-surveys.invite.title'),
    seen: say('activation-surveys.field.contactSeen'),
    labels: [say('activation-surveys.print.name'), say('activation-surveys.print.contact')],
    apart: say('activation-surveys.print.apart'),
  };
}
