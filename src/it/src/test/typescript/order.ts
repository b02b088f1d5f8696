// Places an order, claims and acknowledges it, with nothing but the clients that are generated from the two contracts.
import { Configuration as ShopConfiguration, OrdersApi as Shop, OrderType, PaymentInputMethodEnum } from './shop/index';
import { Configuration as TillConfiguration, OrdersApi as Till, PairingApi } from './till/index';

declare const process: { argv: string[]; exitCode: number };

declare const require: (name: string) => any;

const [base, host, location, pin] = process.argv.slice(2);

/** Whose shop it is the host says, which fetch takes from the address. */
function toHost(address: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    return new Promise((resolve, reject) => {
        const headers = { ...(init.headers as Record<string, string>), Host: host };
        const call = require('node:http').request(String(address), { method: init.method, headers }, (answer: any) => {
            const parts: any[] = [];
            answer.on('data', (part: any) => parts.push(part));
            answer.on('end', () => resolve(new Response(new Blob(parts), { status: answer.statusCode })));
        });
        call.on('error', reject);
        call.end(init.body);
    });
}

async function story(): Promise<void> {
    const shop = new Shop(new ShopConfiguration({ basePath: base, fetchApi: toHost }));
    const placed = await shop.placeOrder({
        idempotencyKey: crypto.randomUUID(),
        orderInput: {
            location,
            orderType: OrderType.Pickup,
            guest: { name: 'Tina Type', phone: '+49 30 5550178', email: 'tina@gast.example', language: 'de' },
            lines: [{ articleId: '101', quantity: 2, options: [{ groupId: 'size', optionId: '26' }] }],
            payment: { method: PaymentInputMethodEnum.AtPickup },
        },
    });

    const journalId = 'typescript-' + pin;
    const pairing = new PairingApi(new TillConfiguration({ basePath: base }));
    const paired = await pairing.pair({ pairingInput: { pin, journalId, version: 'typescript' } });
    const till = new Till(new TillConfiguration({ basePath: base, accessToken: paired.token }));
    const claimed = await till.claim({ claimInput: { journalId, journalSeq: 1, max: 20 } });
    const claim = claimed?.claims.find(each => each.order.orderId === placed.orderId);
    if (!claim) throw new Error('the till is not offered order ' + placed.orderId);
    const acknowledged = await till.acknowledge({
        acknowledgementInput: { journalId, journalSeq: 2, items: [{ orderId: placed.orderId, fence: claim.fence }] },
    });

    console.log(placed.orderId + ' ' + claim.order.guest.name + ' ' + acknowledged.items[0].state);
}

story().catch(async failed => {
    console.error(failed.response ? failed.response.status + ' ' + (await failed.response.text()) : failed);
    process.exitCode = 1;
});
