import type { PersonalDataRegister } from '@/lib/manifest';

export const auditData = {
  AuditEntry: {
    purpose: 'What somebody with rights did, written in the same transaction',
    retention: '12 months',
    personal: ['actorId'],
    sensitive: [],
    neutral: ['id', 'at', 'action', 'subjectId'],
  },
} satisfies PersonalDataRegister;
