'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import { addTask, changeTask, chooseView, dropTask, moveTask } from '@/lib/tasks/commands';
import { giveKept } from '@/lib/tasks/kept/commands';
import { giveKeptSchema } from '@/lib/tasks/kept/schema';
import { tasksPaths } from '@/lib/tasks/paths';
import {
  addTaskSchema,
  changeTaskSchema,
  dropTaskSchema,
  moveTaskSchema,
  viewSchema,
} from '@/lib/tasks/schema';

export const addTaskAction = defineFormAction({
  form: 'add-office-task',
  schema: addTaskSchema,
  run: (who, input) => addTask(who, input),
  done: ({ number, path }, _input, { locale }) =>
    localized(locale, path ? `${path}#tasks` : tasksPaths.teamTaskSaved(number, 'added')),
});

export const changeTaskAction = defineFormAction({
  form: 'change-office-task',
  schema: changeTaskSchema,
  run: (who, input) => changeTask(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, tasksPaths.teamTaskSaved(number, 'changed')),
});

export const moveTaskAction = defineFormAction({
  form: 'move-office-task',
  schema: moveTaskSchema,
  run: (who, input) => moveTask(who, input),
  done: ({ number }, { step }, { locale }) =>
    localized(locale, tasksPaths.teamTaskSaved(number, step)),
});

export const dropTaskAction = defineFormAction({
  form: 'drop-office-task',
  schema: dropTaskSchema,
  run: (who, input) => dropTask(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, tasksPaths.teamTaskSaved(number, 'dropped')),
});

export const giveKeptAction = defineFormAction({
  form: 'give-kept-task',
  schema: giveKeptSchema,
  run: (who, input) => giveKept(who, input),
  done: (_value, { assigneeId }, { locale }) =>
    localized(locale, tasksPaths.teamTasksSaved(assigneeId === '' ? 'taken' : 'given')),
});

export const chooseViewAction = defineFormAction({
  form: 'choose-task-view',
  schema: viewSchema,
  run: (who, input) => chooseView(who, input),
  done: (_value, _input, { locale }) => localized(locale, tasksPaths.teamTasksSaved('chosen')),
});
