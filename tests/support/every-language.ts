import '../../src/messages/every-language';
