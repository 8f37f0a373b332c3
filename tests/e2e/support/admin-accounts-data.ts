/** Accounts to look at: names too long for their column, names from right to left, and one that has nothing. */
import { call, type Stage } from './admin-stage';

interface Created {
  data: { documentId: string };
}

export interface SeenAccounts {
  account: string;
  /** Has nobody and nothing. */
  bare: string;
}

const LONG =
  'Gesellschaft für die Verarbeitung und den Vertrieb handgepflückter Hochlandkaffeebohnen mbH & Co. KG';
const RIGHT_TO_LEFT = 'شركة القهوة العربية للتجارة والتوزيع';

/** `people`: document ids of contacts; the first belongs to two accounts. */
export const createAccountsToSee = async (
  stage: Stage,
  people: string[]
): Promise<SeenAccounts> => {
  const post = async (address: string, body: object): Promise<string> => {
    const answer = await call<Created>(stage, `/contact-management${address}`, {
      method: 'POST',
      body,
    });
    expect([address, answer.status]).toEqual([address, 201]);
    return answer.body.data.documentId;
  };
  const label = (path: string, name: string, displayName: string, color: string) =>
    post(path, { data: { name, displayName, color } });
  const key = await label('/account-statuses', 'key-account', 'Key account', '#ffd400');
  await label('/account-statuses', 'dormant', 'Dormant', '#ffffff');
  const buyer = await label('/contact-roles', 'buyer', 'Buyer', '#0a0a23');
  const barista = await label('/contact-roles', 'barista', 'Head barista', '#8e44ad');
  const account = await post('/accounts', {
    data: {
      ...{ name: LONG, status: key, industry: 'Coffee', country: 'DE', city: 'Hamburg' },
      ...{ website: 'https://hochland.example', phone: '+4940123456', primaryContact: people[0] },
    },
  });
  const below = await post('/accounts', { data: { name: RIGHT_TO_LEFT, parent: account } });
  const bare = await post('/accounts', { data: { name: 'Bare Walls' } });
  for (const [at, contact] of people.entries()) {
    await post(`/accounts/${account}/members`, {
      ...{ contact, role: at % 2 ? barista : buyer, since: '2023-04-01' },
      ...(at === 2 ? { until: '2024-04-01' } : {}),
    });
  }
  await post(`/accounts/${below}/members`, { contact: people[0], isPrimary: true, role: barista });
  return { account, bare };
};
