/** Everything of this domain that is written down when somebody does it, and what kind of thing it is about. */
export const ACCOUNTS_EVENTS = {
  'person.found': 'person',
  'person.lookedForInVain': 'none',
  'role.given.ADMIN': 'person',
  'role.given.COORDINATOR': 'person',
  'role.given.COUNSELLOR': 'person',
  'role.given.PARTNER': 'person',
  'role.given.REPRESENTATIVE': 'person',
  'role.given.FUNDER': 'person',
  'role.taken.ADMIN': 'person',
  'role.taken.COORDINATOR': 'person',
  'role.taken.COUNSELLOR': 'person',
  'role.taken.PARTNER': 'person',
  'role.taken.REPRESENTATIVE': 'person',
  'role.taken.FUNDER': 'person',
  'invitation.sent': 'invitation',
  'invitation.revoked': 'invitation',
  'invitation.accepted': 'invitation',
  'invitation.madeAtMachine': 'invitation',
  'account.addressAdded': 'person',
  'account.identityConnected': 'person',
  'account.identityDisconnected': 'person',
  'account.addressRemoved': 'person',
  'account.deleted': 'none',
  'session.started': 'none',
  'session.area.OFFICE': 'none',
  'session.area.COUNSELLING': 'none',
  'second-factor.setUp': 'person',
  'second-factor.given': 'person',
  'second-factor.reset': 'person',
  'second-factor.triesUsedUp': 'person',
  'second-factor.recoveryCodeUsed': 'person',
  'second-factor.recoveryCodesRenewed': 'person',
  'card-batch.made': 'cardBatch',
  'card-batch.printed': 'cardBatch',
  'card-batch.voided': 'cardBatch',
  'card.voided': 'card',
} as const;

type AccountsEvents = typeof ACCOUNTS_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends AccountsEvents {}
}
