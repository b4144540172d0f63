/** What somebody needs to tie an authenticator app to the account. */
export interface SecondFactorSetup {
  /** Base32, in groups of four for typing. */
  secret: string;
  /** `otpauth://…` for the QR code. */
  uri: string;
}

/** How a second step ended; a wrong code is a refusal instead. */
export interface SecondStep {
  outcome: 'given' | 'ended';
}
