import { type ActionTable, AUDIT, OFFICE, row } from '../../guards/who-may';

export const ACTIONS: ActionTable = {
  // The address book; a partner its own public entry.
  'partner/profil#changeOwnProfileAction': row(['partner', 'otherPartner'], 'partners', AUDIT),
  'team/partner#addPartnerAction': row(OFFICE, 'partners', AUDIT),
  'team/partner#changePartnerAction': row(OFFICE, 'partners', AUDIT),
  'team/partner#movePartnerAction': row(OFFICE, 'partners', AUDIT),
  'team/partner#noteContactAction': row(OFFICE, 'partner_contacts', 'partners', AUDIT),
  'team/partner#correctContactAction': row(OFFICE, 'partner_contacts', 'partners', AUDIT),
  'team/partner#deleteContactAction': row(OFFICE, 'partner_contacts', 'partners', AUDIT),
};
