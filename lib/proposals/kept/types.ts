/** A submitted proposal, as far as the promise is concerned; dates are local, `YYYY-MM-DD`. */
export interface AnswerRow {
  submittedOn: string;
  answeredOn: string | null;
  promisedFor: string;
}
