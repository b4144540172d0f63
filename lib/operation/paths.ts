export const operationPaths = {
  teamOperation: () => '/team/betrieb',
} as const;
