export const auditPaths = {
  teamAudit: (kind?: string, period?: string, page = 1) =>
    kind
      ? `/team/aenderungsprotokoll?kind=${kind}&period=${period}${page > 1 ? `&page=${page}` : ''}`
      : '/team/aenderungsprotokoll',
} as const;
