import { repairSchema, type OwnSchema } from '../../../server/src/platform/own-schema';

const own = (): OwnSchema => ({
  options: { draftAndPublish: false },
  attributes: {
    email: { type: 'string', maxLength: 254 },
    state: { type: 'enumeration', enum: ['prospect', 'client'] },
    status: { type: 'relation', relation: 'manyToOne', target: 'a', useJoinTable: false },
  },
  indexes: [{ name: 'unique_email' }],
});

describe('a type of ours that a site extended', () => {
  it('is left alone when nothing of ours is missing', () => {
    const extended = own();
    extended.attributes.email = { type: 'string', maxLength: 100, private: true };
    extended.attributes.state = { type: 'enumeration', enum: ['lead', 'client', 'prospect'] };
    extended.attributes.theirs = { type: 'boolean' };
    const before = structuredClone(extended);
    expect(repairSchema(extended, own())).toEqual([]);
    expect(extended).toEqual(before);
  });

  it('gets back what it lost, and keeps what the site added', () => {
    const extended: OwnSchema = {
      options: { draftAndPublish: true },
      attributes: {
        state: { type: 'enumeration', enum: ['lead', 'client'] },
        status: { type: 'relation', relation: 'oneToOne', target: 'a' },
        theirs: { type: 'boolean' },
      },
      indexes: [{ name: 'theirs' }],
    };
    expect(repairSchema(extended, own())).toEqual([
      'attribute email',
      'prospect among state',
      'relation of status',
      'useJoinTable of status',
      'index unique_email',
      'option draftAndPublish',
    ]);
    expect(extended).toEqual({
      options: { draftAndPublish: false },
      attributes: {
        ...own().attributes,
        state: { type: 'enumeration', enum: ['lead', 'client', 'prospect'] },
        theirs: { type: 'boolean' },
      },
      indexes: [{ name: 'theirs' }, { name: 'unique_email' }],
    });
  });
});
