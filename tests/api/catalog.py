# catalog.py TURTLE JSONLD RDFXML - says what is wrong with a catalogue of data in its
# three forms: that they differ, or lack what data.gouv.fr's harvester maps.
import sys

from rdflib import Graph, Namespace, RDF
from rdflib.compare import to_isomorphic
from rdflib.namespace import DCTERMS

DCAT = Namespace('http://www.w3.org/ns/dcat#')
SPDX = Namespace('http://spdx.org/rdf/terms#')
forms = ('turtle', 'json-ld', 'xml')
graphs = [Graph().parse(path, format=form) for path, form in zip(sys.argv[1:], forms)]
faults = [f'{form}: another graph' for graph, form in zip(graphs[1:], forms[1:])
          if to_isomorphic(graph) != to_isomorphic(graphs[0])]
graph = graphs[0]


def lacks(kind, properties):
    subjects = list(graph.subjects(RDF.type, kind))
    return [f'no {kind}'] * (not subjects) + [
        f'{subject}: no {name}' for subject in subjects for name in properties
        if (subject, name, None) not in graph]


faults += lacks(DCAT.Catalog, [DCTERMS.title, DCTERMS.publisher, DCAT.dataset, DCAT.service])
faults += lacks(DCAT.Dataset, [
    DCTERMS.identifier, DCTERMS.title, DCTERMS.description, DCAT.keyword, DCTERMS.license,
    DCTERMS.publisher, DCAT.contactPoint, DCTERMS.accrualPeriodicity, DCTERMS.issued,
    DCTERMS.modified, DCTERMS.temporal, DCTERMS.spatial, DCAT.landingPage, DCAT.distribution])
faults += lacks(DCAT.Distribution, [
    DCTERMS.title, DCAT.accessURL, DCAT.downloadURL, DCTERMS['format'], DCAT.mediaType,
    DCAT.byteSize, DCTERMS.license, DCTERMS.modified, SPDX.checksum])
faults += lacks(DCAT.DataService, [DCAT.endpointURL, DCAT.endpointDescription, DCAT.servesDataset])
print('\n'.join(faults))
sys.exit(1 if faults else 0)
