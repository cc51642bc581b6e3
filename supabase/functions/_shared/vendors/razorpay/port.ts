/** Amounts are paise. */
export type RazorpayOrder = { id: string; amount: number; currency: string; status: string; receipt: string | null };

export type RazorpayPayment = {
  id: string;
  order_id: string | null;
  amount: number;
  currency: string;
  /** created | authorized | captured | refunded | failed; only refunded is final. */
  status: string;
  method: string | null;
  amount_refunded: number;
  error_code: string | null;
  error_description: string | null;
};

export type RazorpayRefund = { id: string; payment_id: string; amount: number; status: string };

export type CreateRazorpayOrder = { amount: number; currency: string; receipt: string; notes: Record<string, string> };

/** What we need of Razorpay. Every call throws VendorError. */
export type RazorpayPort = {
  createOrder(order: CreateRazorpayOrder): Promise<RazorpayOrder>;
  getPayment(paymentId: string): Promise<RazorpayPayment>;
  listOrderPayments(orderId: string): Promise<RazorpayPayment[]>;
  /** Exactly the authorised amount. Capturing again what is captured answers the payment as it stands. */
  capturePayment(payment: RazorpayPayment): Promise<RazorpayPayment>;
  /** The same key is the same refund, however often it is asked for. */
  refundPayment(paymentId: string, amount: number, idempotencyKey: string): Promise<RazorpayRefund>;
};
