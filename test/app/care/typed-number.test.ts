import { afterAll, beforeAll, expect, test } from 'vitest'
import { admitValues } from '../../../src/app/admit.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Form } from '../../../src/core/message/form.ts'
import { openHospital } from '../../support/hospital.ts'

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital()
})
afterAll(() => hospital.close())

const form: Form = {
  verb: 'goal.progress-save',
  title: 'Progress',
  submit: 'Save',
  parts: [{ kind: 'field', field: { kind: 'number', name: 'value', label: 'Where does it stand?' } }],
}

test('a number that may be a patient’s is asked about once where a number is asked for, too', async () => {
  const person = await hospital.person()
  const enter = (value: string) =>
    hospital.within((scope) => admitValues({ scope, personId: person.id }, form, { value }))

  const first = await enter('9434765919')
  const second = await enter('9434765919')

  expect(first).toMatchObject({ ok: false, errors: { value: expect.stringContaining('943 ••• ••19') } })
  expect(second).toEqual({ ok: true, taken: { value: '9434765919' } })
  expect(await enter(' 2,5 ')).toMatchObject({ ok: true })
})
