/** Shape of `prisma/demo/demo-content.json`, as far as it is loaded. Dates are `YYYY-MM-DD`. */
export interface DemoContent {
  meta: { anchorDate: string };
  districts: DemoDistrict[];
  categories: { id: string; label: string }[];
  partners: DemoPartner[];
  demoResidents: DemoResident[];
  initiatives: DemoInitiative[];
  proposals: DemoProposal[];
  forumSessions: DemoSession[];
  exampleRegistrations: DemoRegistration[];
  supportRequests: DemoRequest[];
  events: DemoEvent[];
}

interface DemoDistrict {
  id: string;
  slug: string;
  name: string;
  shortDescription: string;
  places: string[];
}

interface DemoPartner {
  id: string;
  type: string;
  name: string;
  roleInQuarter?: string;
  collaboration?: string;
  responsibilities?: string[];
  contactRole?: string;
  email?: string;
  phone?: string;
  agreedResponseDays?: number;
}

export interface DemoResident {
  id: string;
  displayName: string;
  districtId: string;
  hasEmail: boolean;
  accessNote?: string;
}

interface DemoInitiative {
  id: string;
  name: string;
  districtId: string;
  about?: string;
  members?: number;
  activeSince?: string;
  status: string;
}

interface DemoStep {
  at: string;
  to: string;
  by: string;
  note?: string;
}

export interface DemoProposal {
  id: string;
  title: string;
  body: string;
  districtId: string;
  categoryId: string;
  place?: string;
  authorId: string;
  intakeChannel: string;
  state: string;
  supporters?: number;
  history: [DemoStep, ...DemoStep[]];
  handedToPartnerId?: string;
  answerDueAt?: string;
  costEstimateEur?: number;
  statement?: { partnerId: string; result: string; text: string; receivedAt: string };
  resultNote?: string;
  clarificationQuestion?: string;
  notFeasibleReason?: string;
  moderationReason?: string;
  alternative?: string;
  declineReason?: string;
  redirect?: string;
  mergedIntoId?: string;
  vote?: {
    question: string;
    opensAt: string;
    closesAt: string;
    options: { label: string; online: number }[];
  };
}

export interface DemoSession {
  id: string;
  number: number;
  title: string;
  date: string;
  start: string;
  end: string;
  place: string;
  districtIds: string[];
  state: string;
  moderator: string | null;
  minutesBy: string | null;
  invitationSentAt: string | null;
  registrationDeadline: string | null;
  capacity: number | null;
  attended: number | null;
  votingResidents: number | null;
  minutesSummary?: string | null;
  offers?: string[];
  agenda: {
    no: number;
    title: string;
    kind: string;
    minutes: number;
    presenter?: string;
    note?: string;
    proposalIds: string[];
  }[];
  decisions: {
    agendaNo: number;
    text: string;
    votes: { yes: number; no: number; abstain: number };
    result: string;
  }[];
  tasks: { text: string; assignee: string; dueAt?: string; state: string }[];
}

export interface DemoRegistration {
  forumSessionId: string;
  name: string;
  persons: number;
  channel: string;
  state: string;
}

export interface DemoRequest {
  id: string;
  initiativeId: string | null;
  requesterName?: string;
  kinds: string[];
  title: string;
  body: string;
  districtId: string;
  state: string;
  requestedAt: string;
  amountRequestedEur?: number;
  history: [DemoStep, ...DemoStep[]];
}

export interface DemoEvent {
  id: string;
  title: string;
  description: string;
  districtIds: string[];
  place: string;
  start: string;
  end: string;
  organizer: string;
  audience?: string;
  accessible?: string;
  rrule: string | null;
  exdates?: string[];
  forumSessionId?: string;
  visibility?: string;
}
