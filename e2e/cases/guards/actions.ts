import { type ActionTable, EVERYBODY, row } from '../../guards/who-may';

export const ACTIONS: ActionTable = {
  'adresse-bestaetigen/[token]#proveAddressAction': row(EVERYBODY, 'unproven_addresses'),
};
