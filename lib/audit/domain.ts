import { defineDomain, nothing } from '@/lib/manifest';
import { auditPaths } from './paths';

/** What somebody with rights did. */
export const audit = defineDomain({
  name: 'audit',
  reads: [],
  paths: auditPaths,
  words: {
    namespaces: ['audit'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [],
    footer: [],
    office: [
      {
        place: 'audit',
        path: auditPaths.teamAudit(),
        label: 'audit.nav.office',
        group: 'office',
        order: 40,
        adminOnly: true,
      },
    ],
  },
  rights: async () => (await import('./access')).AUDIT_RIGHTS,
  tags: nothing.tags,
  audit: nothing.audit,
  retention: {
    audit: {
      label: 'audit.retention.entries',
      keep: async () => (await import('./privacy')).forgetEntries(),
    },
    'earlier-words': {
      label: 'audit.retention.earlierWords',
      keep: async () => (await import('./privacy')).forgetEarlierWords(),
    },
  },
  catchUp: [],
  jobs: {},
  cases: [],
  register: async () => (await import('./register')).auditData,
  ownData: nothing.ownData,
  leaving: async () => ({ remains: { records: ['AuditEntry', 'Correction'] } }),
  waits: {},
  figures: nothing.figures,
  dates: nothing.dates,
  taskThings: nothing.taskThings,
  fragments: nothing.fragments,
  acts: nothing.acts,
});
