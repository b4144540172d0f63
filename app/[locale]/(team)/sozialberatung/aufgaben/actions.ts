'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized } from '@/lib/core/paths';
import {
  addOwnTask,
  changeOwnTask,
  dropGivenTask,
  dropOwnTask,
  moveGivenTask,
  moveOwnTask,
} from '@/lib/tasks/desk/commands';
import { tasksPaths } from '@/lib/tasks/paths';
import {
  addOwnTaskSchema,
  changeOwnTaskSchema,
  dropTaskSchema,
  moveTaskSchema,
} from '@/lib/tasks/schema';

export const addOwnTaskAction = defineFormAction({
  form: 'add-own-task',
  schema: addOwnTaskSchema,
  run: (who, input) => addOwnTask(who, input),
  done: ({ id }, _input, { locale }) => localized(locale, tasksPaths.deskTaskSaved(id, 'added')),
});

export const changeOwnTaskAction = defineFormAction({
  form: 'change-own-task',
  schema: changeOwnTaskSchema,
  run: (who, input) => changeOwnTask(who, input),
  done: ({ id }, _input, { locale }) => localized(locale, tasksPaths.deskTaskSaved(id, 'changed')),
});

export const moveOwnTaskAction = defineFormAction({
  form: 'move-own-task',
  schema: moveTaskSchema,
  run: (who, input) => moveOwnTask(who, input),
  done: ({ id }, { step }, { locale }) => localized(locale, tasksPaths.deskTaskSaved(id, step)),
});

export const dropOwnTaskAction = defineFormAction({
  form: 'drop-own-task',
  schema: dropTaskSchema,
  run: (who, input) => dropOwnTask(who, input),
  done: ({ id }, _input, { locale }) => localized(locale, tasksPaths.deskTaskSaved(id, 'dropped')),
});

export const moveGivenTaskAction = defineFormAction({
  form: 'move-given-task',
  schema: moveTaskSchema,
  run: (who, input) => moveGivenTask(who, input),
  done: ({ id }, { step }, { locale }) => localized(locale, tasksPaths.deskTaskSaved(id, step)),
});

export const dropGivenTaskAction = defineFormAction({
  form: 'drop-given-task',
  schema: dropTaskSchema,
  run: (who, input) => dropGivenTask(who, input),
  done: ({ id }, _input, { locale }) => localized(locale, tasksPaths.deskTaskSaved(id, 'dropped')),
});
