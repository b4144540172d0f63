/** A last look before sending: the answers as the office will get them. */
export interface RequestCheck {
  rows: { label: string; value: string }[];
}
