import { randomUUID } from 'node:crypto';
import { formatRow, surveyRow, trialRow } from '../../../lib/activation/rows.mjs';
import { openStorage } from '../../../lib/files/storage.mjs';
import { inDays } from '../../days';
import { type Made, type Maker, newCode, type Row } from '../../guards/making';
import { PICTURE } from '../../settings/guards/things';

const OF_PHOTO = 'SELECT trial_id FROM activation_photos WHERE id = $1';
const DISCARDED = "SELECT id FROM activation_formats WHERE state = 'DISCARDED' LIMIT 1";
const ANSWERS = ['answer1', 'answer2', 'answer3', 'answer4', 'answer5'];

/** One only the office sees, with who agreed. */
async function photoOf(make: Maker, trialId: string) {
  const { client, dataDir } = make.house;
  const storage = openStorage({ DATA_DIR: dataDir, BUCKET: null });
  const file = await storage.receive([PICTURE], PICTURE.length);
  await storage.keep(file);
  await client.query(
    'INSERT INTO stored_files (id, hash, bytes, type, kept_at) VALUES ($1, $2, $3, $4, now())',
    [file.key, file.hash, file.bytes, file.type],
  );
  return make.add('activation_photos', {
    ...{ trial_id: trialId, position: 1, file_id: file.key, shown: false },
    ...{ alt_text: 'Ein leerer Hof', consent: 'WRITTEN', consent_note: 'Ordner, Blatt 12' },
  });
}

/** A concept that was given up just now, by mistake. */
const decidedFormat = (make: Maker) =>
  make.besideGuards.add('activation_formats', {
    ...{ ...formatRow({ state: 'DISCARDED' }), reason: 'Zu aufwendig', decided_at: new Date() },
    ...{ decided_by: 'OFFICE', decided_from: 'CONCEPT' },
  });

export const things = (make: Maker) => {
  const trialOf = (formatId: string) =>
    make.add('activation_trials', trialRow({ formatId, districtId: make.district }));
  /** As it stands when a trial of it took place. */
  const triedFormat = (more: Row) =>
    make.besideGuards.add('activation_formats', { ...formatRow({ state: 'IN_TRIAL' }), ...more });
  /** One that takes answers, with one question. */
  const survey = async (more: Row = {}) => {
    const { opened = true, ...changes } = more;
    const days = { starts_on: inDays(-3), ends_on: inDays(9) };
    const row = { ...surveyRow({ code: newCode(6) }), ...days, opened, ...changes };
    const id = await make.besideGuards.add('activation_surveys', row);
    await make.besideGuards.addRows('activation_questions', [
      { survey_id: id, position: 1, text: 'Was fehlt?' },
    ]);
    return id;
  };
  return {
    survey,
    /** With five answers, which may be read. */
    finishedSurvey: async () => {
      const days = { starts_on: inDays(-9), ends_on: inDays(-2) };
      const id = await survey({ ...days, finished: true, finished_at: new Date() });
      await make.besideGuards.addRows(
        'activation_questions',
        ANSWERS.slice(1).map((_, index) => ({
          ...{ survey_id: id, position: index + 2, text: 'Und was noch?' },
        })),
      );
      await make.besideGuards.addRows(
        'activation_answers',
        [1, 2, 3, 4, 5].map((number) => ({
          ...{ id: randomUUID(), survey_id: id, mode: 'PAPER' },
          ...Object.fromEntries(ANSWERS.map((answer) => [answer, `Antwort ${number} der Wachen`])),
        })),
      );
      await make.besideGuards.addRows(
        'activation_invitations',
        [1, 2, 3, 4, 5].map((number) => ({
          ...{ id: randomUUID(), survey_id: id, name: `Wache ${number}` },
          contact: '030 23125-177',
        })),
      );
      return id;
    },
    surveyCode: async (more: Row = {}) => {
      const code = newCode(6);
      await survey({ code, ...more });
      return code;
    },
    surveyInvitation: async () =>
      make.add('activation_invitations', {
        ...{ survey_id: await survey(), name: 'Jana Wache', contact: '030 23125-177' },
      }),
    /** A described format nobody has tried. */
    format: (more: Row = {}) => make.add('activation_formats', { ...formatRow({}), ...more }),
    formatInTrial: async (more: Row = {}) => {
      const id = await triedFormat(more);
      await trialOf(id);
      return id;
    },
    decidedFormat: () => decidedFormat(make),
    /** One of the demo that was evaluated and given up, with why. */
    discardedFormat: () => make.house.one(DISCARDED),
    trialPhoto: async () => photoOf(make, await trialOf(await triedFormat({}))),
    trialOfPhoto: (photo: string) => make.house.one(OF_PHOTO, [photo]),
    /** A trial that took place. */
    formatTrial: async () => trialOf(await triedFormat({})),
  };
};

export const addresses = async (made: Made) => {
  const trialPhoto = await made.trialPhoto();
  return {
    survey: await made.survey(),
    finishedSurvey: await made.finishedSurvey(),
    surveyCode: await made.surveyCode(),
    toldSurveyCode: await made.surveyCode({
      summary: 'Eine Bank fehlt allen.',
      finished: true,
      told_at: new Date(),
    }),
    format: await made.formatInTrial(),
    // The page of a trial says all that is known of it, its photo, too.
    formatTrial: await made.trialOfPhoto(trialPhoto),
    trialPhoto,
    discardedFormat: await made.discardedFormat(),
  };
};

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
