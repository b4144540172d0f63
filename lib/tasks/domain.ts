import { defineDomain, nothing } from '@/lib/manifest';
import { TASKS_EVENTS } from './events';
import { tasksPaths } from './paths';

const oneOf = ({ number }: { number: number }) => tasksPaths.teamTask(number);

/** What the office has to do, whatever it is about, and who does it while somebody is away. */
export const tasks = defineDomain({
  name: 'tasks',
  reads: ['outreach'],
  paths: tasksPaths,
  words: {
    namespaces: ['tasks', 'tasks-audit', 'tasks-desk'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [],
    footer: [],
    office: [
      {
        place: 'tasks',
        path: tasksPaths.teamTasks(),
        label: 'tasks.nav.office',
        group: 'daily',
        order: 15,
      },
    ],
  },
  rights: async () => (await import('./access')).TASKS_RIGHTS,
  tags: nothing.tags,
  audit: {
    events: TASKS_EVENTS,
    kinds: { tasks: ['task', 'keptTask', 'taskAbsence'] },
    paths: { task: oneOf },
    standing: [],
  },
  retention: {
    tasks: {
      label: 'tasks.retention',
      keep: async () => (await import('./privacy')).forgetOldTasks(),
    },
  },
  catchUp: [],
  jobs: {},
  cases: [],
  register: async () => (await import('./register')).tasksData,
  ownData: nothing.ownData,
  leaving: async () => ({ goes: { account: ['TaskAbsence', 'TaskView', 'CounsellorTask'] } }),
  waits: {
    task: {
      path: oneOf,
      words: 'tasks.waits.task',
      numbered: false,
    },
    taskDeputy: {
      path: oneOf,
      words: 'tasks.waits.deputy',
      numbered: false,
    },
    taskNobody: {
      path: oneOf,
      words: 'tasks.waits.nobody',
      numbered: false,
    },
    taskReturned: {
      path: oneOf,
      words: 'tasks.waits.returned',
      numbered: false,
    },
    keptNobody: {
      path: () => tasksPaths.teamTasks(),
      words: 'tasks.waits.keptNobody',
      numbered: false,
    },
    keptReturned: {
      path: () => tasksPaths.teamTasks(),
      words: 'tasks.waits.keptReturned',
      numbered: false,
    },
    taskEmptied: {
      path: () => tasksPaths.teamTasks(),
      words: 'tasks.waits.emptied',
      numbered: false,
      counted: true,
    },
  },
  figures: nothing.figures,
  dates: nothing.dates,
  taskThings: nothing.taskThings,
  fragments: async () => (await import('./fragments')).makeFragments(),
  acts: async () => (await import('./acts')).tasksActs,
});
