import type { SampleStatus } from './types';

export const statuses: SampleStatus[] = [
  {
    name: 'vip',
    displayName: 'VIP',
    description: 'Buys often. Answer the same day.',
    color: '#d9822f',
    order: 1,
  },
  {
    name: 'regular',
    displayName: 'Regular',
    description: 'Has bought more than once.',
    color: '#328048',
    order: 2,
  },
  {
    name: 'needs-a-call',
    displayName: 'Needs a call',
    description: 'Asked for an offer and has not bought yet.',
    color: '#4945ff',
    order: 3,
  },
  {
    name: 'gone-quiet',
    displayName: 'Gone quiet',
    description: 'Not seen for two months.',
    color: '#8e8ea9',
    order: 4,
  },
];
