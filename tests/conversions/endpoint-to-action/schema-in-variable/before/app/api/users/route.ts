import { NextResponse, type NextRequest } from 'next/server';
import { db } from '../../../lib/db';
import { userSchema } from '../../../lib/schemas';

export const /*|*/POST = async (req: NextRequest) => {
  try {
    const json = await req.json();
    const body = userSchema.parse(json);

    await db.users.create(body);
    return NextResponse.json({ success: true });
  } catch (error) {
    console.error('[USERS_POST]', error);
    return NextResponse.json({ error: { message: 'Internal error' } }, { status: 500 });
  }
};
