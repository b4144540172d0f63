import type { CardStays } from '../card/types';
import type { SimilarProposal } from '../intake/types';
import type { HandoverView, StatementView } from '../reading/types';
import type {
  ContactKind,
  IntakeChannel,
  NameChoice,
  OfficeHistoryStep,
  ProposalState,
  Standing,
} from '../types';

export type WordingAgreed = 'IN_PERSON' | 'PHONE' | 'MAIL' | 'LETTER';

/** A line of the office's inbox. */
export interface InboxLine {
  number: number;
  title: string;
  districtName: string;
  intakeChannel: IntakeChannel;
  standing: Standing;
  submittedAt: Date;
  /** Day until which an answer is promised, and whether it has passed. */
  promisedFor: Date | null;
  isLate: boolean;
  isDueToday: boolean;
}

/** Everything the office needs to decide about one proposal. */
export interface ProposalCase {
  id: string;
  version: number;
  number: number;
  title: string;
  body: string;
  easyText: string;
  districtName: string;
  place: string;
  places: string[];
  categoryId: string;
  categoryLabel: string;
  nameChoice: NameChoice;
  name: string;
  /** Name as others see it. */
  author: string | null;
  contactKind: ContactKind;
  contactValue: string;
  /** Where the office typed in the mail address afterwards, and how that stands; null elsewhere. */
  typedAddress: { state: 'open' | 'proven' | 'ended' | 'unsent'; at: Date | null } | null;
  intakeChannel: IntakeChannel;
  onBehalf: boolean;
  /** Why the words stay as they were typed in; null where they can be corrected. */
  cardStays: CardStays | null;
  /** What stood there before they were corrected, the last first. */
  earlier: { id: string; at: Date; reason: string; earlier: { column: string; text: string }[] }[];
  state: ProposalState;
  standing: Standing;
  isPublic: boolean;
  /** Published not long ago: that can be taken back. */
  isUnpublishable: boolean;
  /** Its last step was entered not long ago: that can be taken back. */
  isTakeBackable: boolean;
  /** A session that met had it on its agenda. */
  wasBeforeForum: boolean;
  /** Something the office wrote with a step everybody reads. */
  hasNotes: boolean;
  submittedAt: Date;
  promisedFor: Date | null;
  isLate: boolean;
  supporters: number;
  /** Of these, on paper lists. */
  paperSignatures: number;
  question: string;
  /** Until when its author was asked to answer; null where no day was named. */
  answerBy: Date | null;
  reasonCode: string;
  reasonText: string;
  resultNote: string;
  /** What the author had written, where another wording was agreed, and how and when that was. */
  wording: {
    title: string;
    body: string;
    agreedHow: WordingAgreed;
    agreedAt: Date;
  } | null;
  lead: { number: number; title: string } | null;
  handovers: HandoverView[];
  statements: StatementView[];
  history: OfficeHistoryStep[];
  similar: SimilarProposal[];
}

export interface BodyChoice {
  id: string;
  name: string;
  /** Day until which this body usually answers, `YYYY-MM-DD`. */
  usualAnswerOn: string;
}

/** What a decision led to; small, because it is kept for a second click. */
export interface Decided {
  number: number;
  step: string;
  /** How the author is told. */
  told: ContactKind | 'NOBODY';
  /** The next one that waits, if the review of this one is over. */
  next: number | null;
}
