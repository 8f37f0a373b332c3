import { displayNameOf } from '../../../server/src/modules/contacts/display-name';

describe('the name of a contact', () => {
  const documentId = 'q2x0lw8m7cdr1vtkz5h6n9bp';

  it('is the full name, else the e-mail', () => {
    const email = 'ann@site.test';
    expect(displayNameOf({ documentId, firstName: ' Ann ', lastName: 'Novak', email })).toBe(
      'Ann Novak'
    );
    expect(displayNameOf({ documentId, lastName: 'Novak', middleName: 'M.' })).toBe('M. Novak');
    expect(displayNameOf({ documentId, firstName: ' ', email })).toBe(email);
  });

  it('is a short code for an anonymous contact, always the same one', () => {
    const name = displayNameOf({ documentId });
    expect(name).toMatch(/^Anonymous · [0-9A-HJKMNP-TV-Z]{4}$/);
    expect(displayNameOf({ documentId, email: null })).toBe(name);
  });

  it('tells contacts apart whose document ids differ in one letter', () => {
    const codes = Array.from({ length: 100 }, (_, at) => displayNameOf({ documentId: `a${at}` }));
    expect(new Set(codes).size).toBe(codes.length);
  });
});
