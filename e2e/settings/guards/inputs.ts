import { empty } from '../../guards/form-fields';
import { type Given, type InputTable, newCode } from '../../guards/making';
import type { Field } from '../../guards/server-actions';
import { PICTURE } from './things';

const seen = (id: string): Field[] => [
  ['id', id],
  ['version', '0'],
];

const settings: Record<string, Field[]> = {
  office: [
    ['officeName', 'Büro der Wachen'],
    ['forumName', 'Stadtteilforum'],
    ['townName', 'Schneeberg'],
    ['carrierName', 'Träger'],
    ['carrierAddress', ''],
    ['representedBy', ''],
    ['street', 'Keilbergring 12'],
    ['postalCode', '08289'],
    ['phone', '030 23125-100'],
    ['email', 'buero@office.example'],
  ],
  legal: ['privacyContact', 'supervisoryBody', 'privacyExtra', 'accessibilityExtra']
    .map(empty)
    .concat([empty('easyLanguageExtra'), ['imprintExtra', 'Ein Satz']]),
};

/** The settings are one row for all: whoever came before has changed it. */
const settingsSeen = async ({ house }: Pick<Given, 'house'>): Promise<Field> => [
  'version',
  String(await house.one('SELECT version FROM office_settings')),
];

export const INPUTS: InputTable = {
  'team/einstellungen#saveOfficeAction': async (given: Pick<Given, 'house'>) => [
    await settingsSeen(given),
    ...(settings.office ?? []).slice(1),
    ['officeName', `Büro ${newCode()}`],
  ],
  'team/einstellungen#saveHoursAction': async (given) => [
    await settingsSeen(given),
    ...[1, 2, 3, 4, 5, 6, 7].map((day): Field => [`day${day}`, day === 3 ? '9:00-11:00' : '']),
  ],
  'team/einstellungen#saveReportingAction': async (given) => [
    await settingsSeen(given),
    ['reportingName', 'Mängelmelder'],
    ['reportingUrl', ''],
    ['reportingPhone', ''],
  ],
  'team/einstellungen#savePromisesAction': async (given) => [
    await settingsSeen(given),
    ['promiseWorkdays', '6'],
    ['supportWorkdays', '6'],
    ['holidayRegion', 'SN'],
  ],
  'team/einstellungen#saveLegalTextsAction': async (given) => [
    await settingsSeen(given),
    ...(settings.legal ?? []),
  ],
  'team/einstellungen#saveDistrictAction': () => [
    ['version', '0'],
    ['id', ''],
    ['name', `Viertel ${newCode()}`],
    ['description', ''],
    ['places', 'Am Brunnen'],
    ['position', '9'],
    ['active', 'on'],
  ],
  'team/einstellungen#saveCategoryAction': () => [
    ['version', '0'],
    ['id', ''],
    ['label', `Thema ${newCode()}`],
    ['labelEn', ''],
    ['labelEasy', ''],
    ['position', '9'],
    ['active', 'on'],
  ],
  'team/einstellungen#saveOwnTextAction': async ({ house }) => [
    ['version', String(await house.one("SELECT version FROM own_texts WHERE key = 'ROOM'"))],
    ['key', 'ROOM'],
    ['text', `Raum ${newCode()}`],
    ['textEasy', ''],
    ['textEn', ''],
  ],
  'team/einstellungen#addFunderAction': async ({ house }) => {
    // There is room for eight.
    await house.one('DELETE FROM funders WHERE position > 1');
    return [
      ['name', 'Eine Stiftung'],
      ['url', ''],
      ['logo', new File([PICTURE], 'logo.png', { type: 'image/png' })],
    ];
  },
  'team/einstellungen#changeFunderAction': async ({ things }) => [
    ...seen((await things.funder(2)).id),
    ['name', 'Eine andere Stiftung'],
    ['url', ''],
    ['logo', new File([], '')],
  ],
  'team/einstellungen#removeFunderAction': async ({ things }) => seen((await things.funder(2)).id),
  'team/einstellungen#restoreFunderAction': async ({ house, things }) => {
    // There is room for eight.
    await house.one('DELETE FROM funders WHERE position > 1');
    const { id } = await things.funder(2);
    await house.one('UPDATE funders SET removed_at = now() WHERE id = $1', [id]);
    return seen(id);
  },
};
