import { defineDomain, nothing } from '@/lib/manifest';
import { MEETINGS_EVENTS } from './events';
import { meetingsPaths } from './paths';
import { MEETINGS_TAGS } from './tags';

/** Meetings and training people of the office go to, and what they bring back. */
export const meetings = defineDomain({
  name: 'meetings',
  reads: ['outreach'],
  paths: meetingsPaths,
  words: {
    namespaces: ['meetings', 'meetings-audit'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [],
    footer: [],
    office: [
      {
        place: 'meetings',
        path: meetingsPaths.teamMeetings(),
        label: 'meetings.nav.office',
        group: 'office',
        order: 15,
      },
    ],
  },
  rights: async () => (await import('./access')).MEETINGS_RIGHTS,
  tags: MEETINGS_TAGS,
  audit: {
    events: MEETINGS_EVENTS,
    kinds: { meetings: ['staffMeeting'] },
    paths: { staffMeeting: ({ id }) => meetingsPaths.teamMeeting(id) },
    standing: [],
  },
  retention: {
    meetings: {
      label: 'meetings.retention',
      keep: async () => (await import('./privacy')).forgetOldMeetings(),
    },
  },
  catchUp: [],
  jobs: {},
  cases: [],
  register: async () => (await import('./register')).meetingsData,
  ownData: async (actor) => (await import('./own-data')).listOwn(actor),
  leaving: async () => ({ goes: { account: ['StaffMeetingPerson'] } }),
  waits: {
    staffMeeting: {
      path: () => meetingsPaths.teamMeetings(),
      words: 'meetings.waits.meeting',
      numbered: false,
      counted: true,
    },
    staffMeetingSoon: {
      path: ({ detail }: { detail: string }) => meetingsPaths.teamMeeting(detail),
      words: 'meetings.waits.soon',
      numbered: false,
    },
  },
  figures: async (asked) => (await import('./figures')).figuresOf(asked),
  dates: nothing.dates,
  taskThings: {
    meeting: { label: 'meetings.taskThing', path: ({ id }) => meetingsPaths.teamMeeting(id) },
  },
  fragments: async () => (await import('./fragments')).meetingsFragments,
  acts: async () => (await import('./acts')).meetingsActs,
});
