const { paySign } = require('./paySign');

// Your back end: it puts sign requests on paysign.sign.request and results on paysign.sign.result.
const BACK_END = 'https://shop.example/agreements';

const TOLD = {
  check: '正在确认签约结果，请稍候，无需重复签约。',
  failed: '签约没有成功，请稍后重试。',
  cancelled: '您已取消签约，可以随时重新签约。',
  network: '网络连接错误，请检查网络后重试。',
  update: '支付宝版本过低，请升级后再试。',
};

Page({
  data: { busy: false, told: '' },

  paySignCenter() {
    this.setData({ busy: true, told: '' });
    my.request({
      url: `${BACK_END}/sign`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      data: { clientVersion: my.env.clientVersion },
      success: ({ data }) => this.sign(data),
      fail: () => this.show('network'),
    });
  },

  sign(reply) {
    if (!reply || !reply.signStr) {
      this.show('failed');
      return;
    }
    paySign({ my, reply, relay: this.relay.bind(this), show: this.show.bind(this) });
  },

  // If this does not get through, PaySign asks Alipay by itself: nothing is lost.
  relay(result, done) {
    my.request({
      url: `${BACK_END}/result`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      data: result,
      complete: done,
    });
  },

  show(what) {
    this.setData({ busy: false, told: TOLD[what] });
  },
});
