'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { correctDecision, correctTask } from '@/lib/forum/corrections/commands';
import {
  correctDecisionSchema,
  correctTaskSchema,
  correctTurnoutSchema,
} from '@/lib/forum/corrections/schema';
import { correctTurnout } from '@/lib/forum/corrections/turnout/commands';
import {
  addDecision,
  addTask,
  dropTask,
  setTaskDone,
  setTurnout,
} from '@/lib/forum/decisions/commands';
import {
  decisionSchema,
  dropTaskSchema,
  taskDoneSchema,
  taskSchema,
  turnoutSchema,
} from '@/lib/forum/decisions/schema';
import { forumPaths } from '@/lib/forum/paths';

export const setTurnoutAction = defineFormAction({
  form: 'forum-set-turnout',
  schema: turnoutSchema,
  run: (who, input) => setTurnout(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(forumPaths.teamForumResult(number), 'team.said.saved')),
});

export const addDecisionAction = defineFormAction({
  form: 'forum-add-decision',
  schema: decisionSchema,
  run: (who, input) => addDecision(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(
      locale,
      saying(forumPaths.teamForumResultAdd(number, 'decision'), 'team.said.entered'),
    ),
});

export const addTaskAction = defineFormAction({
  form: 'forum-add-task',
  schema: taskSchema,
  run: (who, input) => addTask(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(forumPaths.teamForumResultAdd(number, 'task'), 'team.said.entered')),
});

export const setTaskDoneAction = defineFormAction({
  form: 'forum-set-task-done',
  schema: taskDoneSchema,
  run: (who, input) => setTaskDone(who, input),
  done: ({ number }, { done }, { locale }) =>
    localized(
      locale,
      saying(
        forumPaths.teamForumResult(number),
        done ? 'forum-seats.said.taskDone' : 'forum-seats.said.taskOpen',
      ),
    ),
});

export const dropTaskAction = defineFormAction({
  form: 'forum-drop-task',
  schema: dropTaskSchema,
  run: (who, input) => dropTask(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(forumPaths.teamForumResult(number), 'forum-seats.said.taskDropped')),
});

export const correctDecisionAction = defineFormAction({
  form: 'forum-correct-decision',
  schema: correctDecisionSchema,
  run: (who, input) => correctDecision(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(forumPaths.teamForumResult(number), 'team.said.saved')),
});

export const correctTaskAction = defineFormAction({
  form: 'forum-correct-task',
  schema: correctTaskSchema,
  run: (who, input) => correctTask(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(forumPaths.teamForumResult(number), 'team.said.saved')),
});

export const correctTurnoutAction = defineFormAction({
  form: 'forum-correct-turnout',
  schema: correctTurnoutSchema,
  run: (who, input) => correctTurnout(who, input),
  done: ({ number }, _input, { locale }) =>
    localized(locale, saying(forumPaths.teamForumResult(number), 'team.said.saved')),
});
