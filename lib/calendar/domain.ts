import { defineDomain, nothing } from '@/lib/manifest';
import { CALENDAR_EVENTS } from './events';
import { calendarPaths } from './paths';
import { CALENDAR_TAGS } from './tags';

/** One calendar of everybody’s dates. */
export const calendar = defineDomain({
  name: 'calendar',
  reads: ['network', 'outreach'],
  paths: calendarPaths,
  words: {
    namespaces: ['calendar', 'calendar-audit', 'calendar-notices', 'calendar-partner'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [
      {
        place: 'calendar',
        path: calendarPaths.calendar(),
        label: 'calendar.nav.public',
        order: 40,
      },
    ],
    footer: [],
    office: [
      {
        place: 'calendar',
        path: calendarPaths.teamCalendar(),
        label: 'calendar.nav.office',
        group: 'residents',
        order: 30,
      },
    ],
  },
  rights: async () => (await import('./access')).CALENDAR_RIGHTS,
  tags: CALENDAR_TAGS,
  audit: {
    events: CALENDAR_EVENTS,
    kinds: { network: ['entry'] },
    paths: {
      entry: ({ id }) => calendarPaths.teamCalendarEntry(id),
    },
    standing: [],
  },
  retention: {
    entries: {
      label: 'calendar.retention.entries',
      keep: async () => (await import('./kept/privacy')).forgetOldEntries(),
    },
  },
  catchUp: [],
  jobs: {},
  cases: [],
  register: async () => (await import('./register')).calendarData,
  ownData: nothing.ownData,
  leaving: nothing.leaving,
  waits: {},
  figures: async (asked) => (await import('./figures')).figuresOf(asked),
  dates: nothing.dates,
  taskThings: nothing.taskThings,
  fragments: async () => (await import('./fragments')).calendarFragments,
  acts: async () => (await import('./acts')).calendarActs,
});
