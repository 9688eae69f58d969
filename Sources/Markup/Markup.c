#include "Markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

typedef struct {
    const MarkupEvents *events;
    void *context;
    xmlParserCtxtPtr parser;
    bool stopped;
} Reading;

// After a stop libxml2 still closes what is open.
static void go_on(Reading *reading, bool wanted) {
    if (wanted || reading->stopped) return;
    reading->stopped = true;
    xmlStopParser(reading->parser);
}

static void start(void *data, const xmlChar *name, const xmlChar **attributes) {
    Reading *reading = data;
    if (reading->stopped) return;
    go_on(reading, reading->events->start(reading->context, (const char *)name, (const char *const *)attributes));
}

static void end(void *data, const xmlChar *name) {
    Reading *reading = data;
    if (reading->stopped) return;
    go_on(reading, reading->events->end(reading->context, (const char *)name));
}

static void text(void *data, const xmlChar *bytes, int size) {
    Reading *reading = data;
    if (reading->stopped || size <= 0) return;
    go_on(reading, reading->events->text(reading->context, bytes, (size_t)size));
}

// The entities of HTML stand in many feeds, which declare none. XML's own five are known to the parser.
static xmlEntityPtr html_entity(void *data, const xmlChar *name) {
    (void)data;
    static _Thread_local xmlEntity entity;
    static _Thread_local xmlChar value[8];
    const htmlEntityDesc *known = htmlEntityLookup(name);
    if (known == NULL) return NULL;
    int length = 0;
    xmlChar *at = value;
    length = xmlCopyCharMultiByte(at, (int)known->value);
    value[length] = 0;
    memset(&entity, 0, sizeof entity);
    entity.type = XML_ENTITY_DECL;
    entity.name = (const xmlChar *)known->name;
    entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    entity.content = entity.orig = value;
    entity.length = length;
    return &entity;
}

static xmlSAXHandler handler(void) {
    xmlSAXHandler sax;
    memset(&sax, 0, sizeof sax);
    sax.startElement = start;
    sax.endElement = end;
    sax.characters = text;
    sax.ignorableWhitespace = text;
    sax.cdataBlock = text;
    return sax;
}

// A document type with entities makes a tree to keep them in, whatever the handler: it is ours to give back.
static void free_parser(xmlParserCtxtPtr parser) {
    if (parser->myDoc != NULL) xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
    xmlFreeParserCtxt(parser);
}

bool markup_read_html(const char *bytes, size_t size, const MarkupEvents *events, void *context) {
    if (size == 0) return true;
    if (size > INT_MAX) return false;
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(bytes, (int)size);
    if (parser == NULL) return false;
    Reading reading = {events, context, parser, false};
    htmlCtxtUseOptions(
        parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                    | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    *parser->sax = handler();
    parser->userData = &reading;
    htmlParseDocument(parser);
    free_parser(parser);
    return true;
}

bool markup_read_xml(const char *bytes, size_t size, const MarkupEvents *events, void *context) {
    if (size > INT_MAX) return false;
    xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(bytes, (int)size);
    if (parser == NULL) return size == 0;
    Reading reading = {events, context, parser, false};
    xmlCtxtUseOptions(
        parser, XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC
                    | XML_PARSE_SAX1);
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    *parser->sax = handler();
    parser->sax->getEntity = html_entity;
    parser->userData = &reading;
    xmlParseDocument(parser);
    bool whole = parser->wellFormed != 0 || reading.stopped;
    free_parser(parser);
    return whole;
}
