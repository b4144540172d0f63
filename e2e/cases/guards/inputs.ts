import type { InputTable } from '../../guards/making';

export const INPUTS: InputTable = {
  'adresse-bestaetigen/[token]#proveAddressAction': async ({ things }) => [
    ['token', await things.proofLink()],
  ],
};
