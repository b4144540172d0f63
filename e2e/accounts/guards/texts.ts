import { columns, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('INTERNAL', 'access_card_batches', 'label'),
  columns('PROGRAM', 'access_card_batches', 'print_key'),
  columns('PROGRAM', 'access_cards', 'code_hash'),
  columns('INTERNAL', 'invitations', 'email'),
  columns('PROGRAM', 'invitations', 'token_hash'),
  columns('PROGRAM', 'linked_identities', 'provider provider_account_id'),
  columns('PROGRAM', 'recovery_codes', 'code_hash'),
  columns('PERSON', 'sign_in_codes', 'email'),
  columns('PROGRAM', 'sign_in_codes', 'code_hash link_hash next'),
  columns('PERSON', 'user_sessions', 'browser'),
  columns('PROGRAM', 'user_sessions', 'token_hash'),
  // Whoever moderates a session may have agreed to be named on its invitation.
  columns('PERSON', 'users', 'email display_name reminder_phone'),
  columns('PROGRAM', 'users', 'totp_secret locale'),
];
