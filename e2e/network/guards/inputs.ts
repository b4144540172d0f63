import { wednesday } from '../../days';
import { type InputTable, type Made, newCode } from '../../guards/making';
import type { Field } from '../../guards/server-actions';

const PROFILE: readonly Field[] = [
  ['roleInQuarter', 'Passt im Stadtteil auf.'],
  ['responsibilities', 'Aufpassen'],
  ['offers', ''],
  ['contactRole', ''],
  ['phone', ''],
  ['email', ''],
  ['openingHours', ''],
  ['accessibility', ''],
  ['languages', ''],
];

const partnerFields = (): Field[] => [
  ...PROFILE,
  ['name', `Wachverein ${newCode()}`],
  ['kind', 'ASSOCIATION'],
  ['contactPerson', ''],
  ['agreedResponseDays', ''],
];

/** Which talk, under the version of a partner nobody changed yet. */
async function talkFields(things: Made): Promise<Field[]> {
  const id = await things.partner();
  return [
    ['id', id],
    ['talk', await things.partnerTalk(id)],
    ['version', '0'],
  ];
}

export const INPUTS: InputTable = {
  'partner/profil#changeOwnProfileAction': async ({ house, person }) => [
    [
      'version',
      String(
        (await house.one<number | null>(
          'SELECT version FROM partners WHERE id = (SELECT partner_id FROM users WHERE id = $1)',
          [person.id || null],
        )) ?? 0,
      ),
    ],
    ...PROFILE,
  ],
  'team/partner#addPartnerAction': () => partnerFields(),
  'team/partner#changePartnerAction': async ({ things }) => [
    ['id', await things.partner()],
    ['version', '0'],
    ...partnerFields(),
  ],
  'team/partner#movePartnerAction': async ({ things }) => [
    ['id', await things.partner()],
    ['version', '0'],
    ['to', 'DORMANT'],
  ],
  'team/partner#noteContactAction': async ({ things }) => [
    ['id', await things.partner()],
    ['way', 'CALL'],
    ['on', wednesday(-9)],
    ['topic', 'Ein Gespräch'],
    ['nextStep', ''],
  ],
  'team/partner#correctContactAction': async ({ things }) => [
    ...(await talkFields(things)),
    ['way', 'VISIT'],
    ['on', wednesday(-9)],
    ['topic', 'Ein Besuch'],
    ['nextStep', ''],
  ],
  'team/partner#deleteContactAction': ({ things }) => talkFields(things),
};
