import { defineDomain, nothing } from '@/lib/manifest';
import { APPOINTMENTS_EVENTS } from './events';
import { appointmentsPaths } from './paths';
import { slipNumber } from './rules';
import { APPOINTMENTS_TAGS } from './tags';

/**
 * Appointments of the counselling, behind a wall in the database. So there is nothing of them in the audit (but that the
 * office called off days for somebody), in searches nor in what somebody with an account is told, and one figure: the talks of a whole quarter.
 */
export const appointments = defineDomain({
  name: 'appointments',
  reads: ['outreach'],
  paths: appointmentsPaths,
  words: {
    namespaces: ['appointments', 'appointments-audit', 'appointments-desk', 'appointments-office'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [],
    footer: [],
    office: [
      {
        place: 'appointments',
        path: appointmentsPaths.office(),
        label: 'appointments.nav.office',
        group: 'residents',
        order: 80,
      },
    ],
  },
  rights: async () => (await import('./access')).APPOINTMENTS_RIGHTS,
  tags: APPOINTMENTS_TAGS,
  audit: {
    events: APPOINTMENTS_EVENTS,
    kinds: { counselling: ['counsellingDays'] },
    paths: {},
    standing: [],
  },
  retention: {
    appointments: {
      label: 'appointments.retention',
      keep: async () => (await import('./privacy')).keepAppointments(),
    },
  },
  catchUp: [async () => (await import('./privacy')).forgetOldAppointments()],
  jobs: {},
  cases: [],
  // The same door stands beside the phone on every page; nobody there looks behind the wall.
  otherDoor: {
    numberOf: slipNumber,
    path: appointmentsPaths.lookUp(),
    words: 'appointments.otherDoor',
    link: 'appointments.lookUp.title',
  },
  register: nothing.register,
  ownData: nothing.ownData,
  leaving: nothing.leaving,
  waits: {},
  figures: async (asked) => (await import('./figures')).figuresOf(asked),
  dates: nothing.dates,
  taskThings: nothing.taskThings,
  fragments: nothing.fragments,
  acts: async () => (await import('./acts')).appointmentsActs,
});
