import { BEGIN, inDays } from '../../days';
import type { InputTable } from '../../guards/making';
import type { Field } from '../../guards/server-actions';
import { PICTURE } from '../../settings/guards/things';

const TEXTS: Field[] = [
  ['name', 'Suppe der Wachen'],
  ['shortDescription', 'Suppe im Hof.'],
  ['goal', 'Menschen treffen'],
  ['procedure', 'Kochen'],
];

const when = (district: string, day: string): Field[] => [
  ['day', day],
  ['districtId', district],
  ['ranBy', 'OFFICE'],
];

const seen = (id: string, version = 0): Field[] => [
  ['id', id],
  ['version', String(version)],
];

const CODE_OF = 'SELECT code FROM activation_surveys WHERE id = $1';

export const INPUTS: InputTable = {
  'team/methoden#addFormatAction': () => TEXTS,
  'team/methoden#changeFormatAction': async ({ things }) => [
    ...seen(await things.format()),
    ...TEXTS,
  ],
  'team/methoden#describeFormatAction': async ({ things }) =>
    seen(await things.format({ state: 'IDEA' })),
  'team/methoden#publishFormatAction': async ({ things }) => [
    ...seen(await things.formatInTrial()),
    ['publicName', 'Suppe im Hof'],
    ['publicText', 'Wir kochen mit Ihnen.'],
  ],
  'team/methoden#withdrawFormatAction': async ({ things }) =>
    seen(await things.formatInTrial({ published: true, public_name: 'Suppe', public_text: 'Hof' })),
  'team/methoden#planTrialAction': async ({ house, things }) => [
    ['formatId', await things.format()],
    ['version', '0'],
    ...when(house.homes.districts[0], BEGIN),
  ],
  'team/methoden#tryAgainAction': async ({ things }) => seen(await things.formatInTrial()),
  'team/methoden#changeTrialAction': async ({ house, things }) => [
    ...seen(await things.formatTrial()),
    ...when(house.homes.districts[0], inDays(-28)),
    ['reached', '9'],
  ],
  'team/methoden#strikeTrialAction': async ({ things }) => seen(await things.formatTrial()),
  'team/methoden#strikeQuotesAction': async ({ things }) => seen(await things.formatTrial()),
  'team/methoden#addPhotoAction': async ({ things }) => [
    ['trialId', await things.formatTrial()],
    ['photo', new File([PICTURE], 'hof.png', { type: 'image/png' })],
    ['altText', 'Ein leerer Hof'],
    ['consent', 'NOBODY'],
  ],
  'team/methoden#changePhotoAction': async ({ things }) => [
    ['id', await things.trialPhoto()],
    ['version', '0'],
    ['altText', 'Ein voller Hof'],
    ['consent', 'NOBODY'],
  ],
  'team/methoden#takePhotoAction': async ({ things }) => [['id', await things.trialPhoto()]],
  'team/methoden#evaluateFormatAction': async ({ things }) => [
    ...seen(await things.formatInTrial()),
    ['goalReached', 'YES'],
    ['whatWorked', 'Viel'],
    ['whatToChange', 'Wenig'],
  ],
  'team/methoden#decideFormatAction': async ({ things }) => [
    ...seen(await things.format()),
    ['decision', 'DISCARDED'],
    ['decidedBy', 'OFFICE'],
    ['reason', 'Zu aufwendig'],
  ],
  'team/methoden#takeBackDecisionAction': async ({ things }) => seen(await things.decidedFormat()),
  'team/befragungen#saveSurveyAction': () => [
    ['title', 'Umfrage der Wachen'],
    ['intro', 'Das Büro fragt, was fehlt.'],
    ['startsOn', inDays(0)],
    ['endsOn', inDays(9)],
    ['question1', 'Was fehlt?'],
  ],
  'team/befragungen#deleteSurveyAction': async ({ things }) =>
    seen(await things.survey({ opened: false })),
  'team/befragungen#inviteAskedAction': async ({ things }) => [
    ...seen(await things.finishedSurvey()),
    ['text', 'Wir laden am Dienstag ins Büro ein.'],
  ],
  'team/befragungen#openSurveyAction': async ({ things }) =>
    seen(await things.survey({ opened: false })),
  'team/befragungen#closeSurveyAction': async ({ things }) => seen(await things.survey()),
  'team/befragungen#correctSurveyAction': async ({ things }) => [
    ...seen(await things.survey()),
    ['title', 'Umfrage der Wachen, berichtigt'],
    ['intro', 'Das Büro fragt, was fehlt.'],
    ['endsOn', inDays(9)],
  ],
  'team/befragungen#finishSurveyAction': async ({ things }) =>
    seen(await things.survey({ starts_on: inDays(-9), ends_on: inDays(-2) })),
  'team/befragungen#takeFinishBackAction': async ({ things }) =>
    seen(await things.finishedSurvey()),
  'team/befragungen#tellSurveyAction': async ({ things }) => [
    ...seen(await things.survey({ starts_on: inDays(-9), ends_on: inDays(-2), finished: true })),
    ['summary', 'Eine Bank fehlt allen.'],
  ],
  'team/befragungen#enterAnswerAction': async ({ things }) => [
    ['id', await things.survey()],
    ['mode', 'PAPER'],
    ['answer1', 'Eine Bank'],
  ],
  'team/befragungen#enterInvitationAction': async ({ things }) => [
    ['id', await things.survey()],
    ['name', 'Jana Wache'],
    ['contact', '030 23125-177'],
  ],
  'team/befragungen#strikeAnswerAction': async ({ things }) => [
    ['id', await things.finishedSurvey()],
    ['question', '1'],
    ['text', 'Antwort 1 der Wachen'],
  ],
  'team/befragungen#strikeInvitationAction': async ({ things }) => [
    ['id', await things.surveyInvitation()],
  ],
  'befragung/[survey]#answerSurveyAction': async ({ house, things }) => [
    ['code', await house.one<string>(CODE_OF, [await things.survey()])],
    ['answer1', 'Eine Bank'],
  ],
  'befragung/[survey]#askInvitationAction': async ({ house, things }) => [
    ['code', await house.one<string>(CODE_OF, [await things.survey()])],
    ['name', 'Jana Wache'],
    ['contact', '030 23125-177'],
  ],
};
