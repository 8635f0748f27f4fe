// Command daprd is Dapr's sidecar with the stable components and the few others that the Todo platform uses. The
// published image holds every component; all of them would cost each sidecar memory here.
package main

import (
	"github.com/dapr/components-contrib/bindings/smtp"
	"github.com/dapr/components-contrib/bindings/twilio/sendgrid"
	"github.com/dapr/components-contrib/conversation/echo"
	"github.com/dapr/components-contrib/nameresolution/sqlite"
	"github.com/dapr/dapr/cmd/daprd/app"
	"github.com/dapr/dapr/pkg/components/bindings"
	"github.com/dapr/dapr/pkg/components/conversation"
	"github.com/dapr/dapr/pkg/components/nameresolution"
)

func init() {
	bindings.DefaultRegistry.RegisterOutputBinding(smtp.NewSMTP, "smtp")
	bindings.DefaultRegistry.RegisterOutputBinding(sendgrid.NewSendGrid, "twilio.sendgrid")
	nameresolution.DefaultRegistry.RegisterComponent(sqlite.NewResolver, "sqlite")
	conversation.DefaultRegistry.RegisterComponent(echo.NewEcho, "echo")
}

func main() {
	app.Run()
}
