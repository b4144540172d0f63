/** What one model holds of people; together the lists name each of its columns once. */
export interface PersonalDataEntry {
  /** What the rows are for. */
  readonly purpose: string;
  /** How long a row, or what is personal in it, is kept. */
  readonly retention: string;
  /** Tells something about a person, alone or together with other columns. */
  readonly personal: readonly string[];
  /** Would harm somebody if it were seen: health, worries told in free text, keys to an account. */
  readonly sensitive: readonly string[];
  /** Says nothing about a person. */
  readonly neutral: readonly string[];
}

/** The entries by name of the model. */
export type PersonalDataRegister = Readonly<Record<string, PersonalDataEntry>>;

/** Rows of one kind that belong to one person; keys are `profile.data.field.*`, values plain texts. */
export interface OwnPart {
  /** `profile.data.part.*` */
  part: string;
  rows: Record<string, string>[];
}

/** Something of everybody's that somebody took part in. */
export interface TakenPart {
  kind: 'poll' | 'support';
  number: number;
  title: string;
}
