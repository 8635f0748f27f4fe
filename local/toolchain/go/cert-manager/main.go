// Command controller is cert-manager's controller for issuers that sign without a server: the issuers, the seven steps of
// a certificate, the approval of requests, and signing by itself or by a CA. cert-manager's own programs are Go modules of
// their own that no proxy serves; their parts are packages of its library, which this puts together. Its webhook, which
// only checks and completes what is written, is left out.
package main

import (
	"context"
	"flag"
	"log"
	"net"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/cert-manager/cert-manager/pkg/controller"
	"github.com/cert-manager/cert-manager/pkg/controller/certificaterequests/approver"
	requestsca "github.com/cert-manager/cert-manager/pkg/controller/certificaterequests/ca"
	"github.com/cert-manager/cert-manager/pkg/controller/certificaterequests/selfsigned"
	"github.com/cert-manager/cert-manager/pkg/controller/certificates/issuing"
	"github.com/cert-manager/cert-manager/pkg/controller/certificates/keymanager"
	certificatemetrics "github.com/cert-manager/cert-manager/pkg/controller/certificates/metrics"
	"github.com/cert-manager/cert-manager/pkg/controller/certificates/readiness"
	"github.com/cert-manager/cert-manager/pkg/controller/certificates/requestmanager"
	"github.com/cert-manager/cert-manager/pkg/controller/certificates/revisionmanager"
	"github.com/cert-manager/cert-manager/pkg/controller/certificates/trigger"
	"github.com/cert-manager/cert-manager/pkg/controller/clusterissuers"
	"github.com/cert-manager/cert-manager/pkg/controller/issuers"

	_ "github.com/cert-manager/cert-manager/pkg/issuer/ca"
	_ "github.com/cert-manager/cert-manager/pkg/issuer/selfsigned"
)

var names = []string{
	issuers.ControllerName, clusterissuers.ControllerName,
	trigger.ControllerName, keymanager.ControllerName, requestmanager.ControllerName, issuing.ControllerName,
	readiness.ControllerName, revisionmanager.ControllerName, certificatemetrics.ControllerName,
	approver.ControllerName, selfsigned.CRControllerName, requestsca.CRControllerName,
}

func main() {
	namespace := flag.String("cluster-resource-namespace", "cert-manager", "where the secrets of ClusterIssuers lie")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	options := controller.ContextOptions{
		KubernetesAPIQPS:   20,
		KubernetesAPIBurst: 50,
		IssuerOptions:      controller.IssuerOptions{ClusterResourceNamespace: *namespace},
		CertificateOptions: controller.CertificateOptions{
			CertificateRequestMinimumBackoffDuration: time.Minute,
			CertificateRequestMaximumBackoffDuration: time.Hour,
		},
	}
	factory, err := controller.NewContextFactory(ctx, options)
	must(err)
	var running sync.WaitGroup
	controllers := make([]controller.Interface, 0, len(names))
	for _, name := range names {
		made, err := controller.Known()[name](factory)
		must(err)
		controllers = append(controllers, made)
	}
	shared, err := factory.Build()
	must(err)
	shared.SharedInformerFactory.Start(ctx.Done())
	shared.KubeSharedInformerFactory.Start(ctx.Done())
	listener, err := net.Listen("tcp", ":9402")
	must(err)
	metrics := shared.Metrics.NewServer(listener)
	go func() { log.Print(metrics.Serve(listener)) }()
	for _, each := range controllers {
		running.Go(func() { must(each.Run(5, ctx)) })
	}
	running.Wait()
	must(metrics.Close())
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
